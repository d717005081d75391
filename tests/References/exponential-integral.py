"""Coefficients of the polynomials in src/LearningDynamics/Numerics/LaneExponentialIntegral.cs, and the bound of what they leave out.

Chebyshev interpolation with 60 digits on each interval, turned into powers of s in [-1, 1]:
  near:  (Ei(u) - gamma - ln u) / u          s = u/3 - 1,            0 <= u <= 6
  far:   u e^-u Ei(u), with w = 1/u           s = (w - m) / r,        6 <= u <= 12,  12 <= u <= 30,  30 <= u
Usage: python3 exponential-integral.py            (needs mpmath)"""
from mpmath import mp, mpf, chop, cos, ei, exp, nstr, pi

mp.dps = 60


def near(u):
    if u == 0:
        return mpf(1)
    total, power, k = mpf(0), mpf(1), 0
    while k < u + 5 or power > mpf(10) ** -58:
        k += 1
        power *= u / k
        total += power / k
    return total / u


def far(w):
    if w == 0:
        return mpf(1)
    u = 1 / w
    if u < 300:
        return u * exp(-u) * ei(u)
    total, term, k = mpf(1), mpf(1), 0
    while k < u and term > mpf(10) ** -58:
        k += 1
        term *= k * w
        total += term
    return total


def powers(f, middle, radius, degree):
    n = degree + 1
    nodes = [cos(pi * (mpf(k) + 0.5) / n) for k in range(n)]
    values = [f(middle + radius * x) for x in nodes]
    chebyshev = [(2 if j else 1) * sum(v * cos(j * pi * (mpf(k) + 0.5) / n) for k, v in enumerate(values)) / n for j in range(n)]
    before, now, result = [mpf(1)], [mpf(0), mpf(1)], [mpf(0)] * n
    for j, c in enumerate(chebyshev):
        t = before if j == 0 else now
        if j > 1:
            t = [mpf(0)] + [2 * x for x in now]
            for i, x in enumerate(before):
                t[i] -= x
            before, now = now, t
        for i, x in enumerate(t):
            result[i] += c * x
    return result


for name, f, low, high, degree in [("Near", near, mpf(0), mpf(6), 20), ("Middle", far, mpf(1) / 12, mpf(1) / 6, 20), ("Far", far, mpf(1) / 30, mpf(1) / 12, 21), ("Farthest", far, mpf(0), mpf(1) / 30, 17)]:
    middle, radius = (high + low) / 2, (high - low) / 2
    c = powers(f, middle, radius, degree)
    worst = mpf(0)
    for k in range(401):
        s = mpf(k) / 200 - 1
        x = middle + radius * s
        worst = max(worst, abs(sum(a * s**i for i, a in enumerate(c)) / f(x) - 1))
    print(f"// {name}: left out at most {nstr(worst, 2)} of the value; s = (x - {nstr(middle, 20)}) / {nstr(radius, 20)}")
    print(",\n".join("    " + ", ".join(repr(float(a)) for a in c[i:i + 5]) for i in range(0, len(c), 5)))
