"""The variance of one feature's term of the tangent kernel of ELUs, by two nested quadratures over the normal distribution.

g = phi(h) phi(h_o) + (x.x_o / N) v^2 phi'(h) phi'(h_o), with h = s z and h_o = s_o (c z + sqrt(1 - c^2) y), z, y and v / s_v standard normal.
Prints the rows of tests/LearningDynamics.Tests/Theory/TangentKernelScatterTests.cs.
"""
from mpmath import mp, mpf, exp, expm1, inf, pi, quad, sqrt

mp.dps = 30
HIDDEN_VARIANCE, OUTPUT_VARIANCE = mpf(2), mpf("0.7")


def phi(h):
    return h if h > 0 else expm1(h)


def slope(h):
    return mpf(1) if h > 0 else exp(h)


def density(z):
    return exp(-z * z / 2) / sqrt(2 * pi)


def expectation(integrand, s, s_o, c):
    """E of integrand(h, h_o); the kinks at h = 0 and h_o = 0 are ends of intervals."""
    rest = sqrt(1 - c * c)

    def inner(z):
        h = s * z
        if rest == 0:
            return integrand(h, s_o * c * z)
        kink = -c * z / rest
        points = sorted({mpf(-14), mpf(14), max(mpf(-14), min(mpf(14), kink))})
        return quad(lambda y: density(y) * integrand(h, s_o * (c * z + rest * y)), points)

    return quad(lambda z: density(z) * inner(z), [-14, -4, 0, 4, 14])


def variance(norm, trained_norm, c):
    s, s_o = sqrt(HIDDEN_VARIANCE) * norm, sqrt(HIDDEN_VARIANCE) * trained_norm
    overlap = norm * trained_norm * c * OUTPUT_VARIANCE
    mean = expectation(lambda h, k: phi(h) * phi(k) + overlap * slope(h) * slope(k), s, s_o, c)
    square = expectation(
        lambda h, k: (phi(h) * phi(k)) ** 2 + 2 * overlap * phi(h) * phi(k) * slope(h) * slope(k) + 3 * (overlap * slope(h) * slope(k)) ** 2, s, s_o, c)
    return square - mean * mean


for row in (("1", "1", "1"), ("1", "1", "0.25"), ("1", "1", "-0.75"), ("1", "1", "-1")):
    value = variance(*map(mpf, row))
    print("        { " + ", ".join([*row, mp.nstr(value, 17)]) + " },")
