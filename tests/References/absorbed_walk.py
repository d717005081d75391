#!/usr/bin/env python3
"""Writes the reference values of walks that are absorbed at 0: their survival from one start, and from half-normal starts.

    python3 tests/References/absorbed_walk.py

needs mpmath alone, takes a few minutes, and rewrites absorbed-walks.csv beside it. From one start it is the reflection principle as it stands, with 50 digits so that its
cancellation, of a factor of the distance over the drift's reach, does no harm; a few values are compared with the integral of the first-passage density (see
check_by_first_passage). From half-normal starts it is the mean over the start, by quadrature; without drift that is compared with (2/pi) arctan(s / sqrt(2 D t)).

The sensitivity is what the survival changes by for a relative change of 1 of the time, the start and the drift together.
"""

from mpmath import atan, erfc, exp, mp, mpf, nstr, pi, quad, sqrt

from references import text, write

DIGITS = 50


def phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def from_point(h, mu, D, t):
    if t == 0:
        return mpf(1)
    s = sqrt(2 * D * t)
    return phi((h + mu * t) / s) - exp(-mu * h / D) * phi((-h + mu * t) / s)


def from_half_normal(s, mu, D, t):
    if t == 0:
        return mpf(1)
    if mu == 0:
        return 2 / pi * atan(s / sqrt(2 * D * t))
    return by_quadrature(s, mu, D, t)


def by_quadrature(s, mu, D, t):
    # The integrand is e^(-z^2/2) times a survival that changes over 1/b; for a drift towards 0 its middle moves out.
    b, a = s / sqrt(2 * D * t), mu * t / sqrt(2 * D * t)
    middle = max(mpf(0), -a * b / (1 + b * b))
    ends = {mpf(0), middle + 20}
    ends |= {middle + k / sqrt(1 + b * b) for k in range(-12, 13, 3)}
    ends |= {mpf(4) ** k / b / max(1, abs(a)) for k in range(-1, 5)}
    # The quadrature's goal is absolute, so that small values are scaled up.
    scale = exp(min(a, 0) ** 2 / (2 * (1 + b * b)))
    value, error = quad(lambda z: scale * exp(-z * z / 2) * from_point(s * z, mu, D, t), sorted(p for p in ends if 0 <= p <= middle + 20), error=True, method="gauss-legendre")
    assert error <= mpf(10) ** -25 * value, (s, mu, D, t, error, value)
    return 2 / sqrt(2 * pi) * value / scale


def check_by_first_passage():
    """1 - S is the integral of h / sqrt(4 pi D u^3) exp(-(h + mu u)^2 / (4 D u)) over u up to t."""
    for h, mu, D, t in ((1, 0, 1, 2), (2, mpf(-1) / 2, 1, 5), (1, mpf(1) / 4, mpf(1) / 10, 30)):
        h, mu, D, t = map(mpf, (h, mu, D, t))
        density = lambda u: h / sqrt(4 * pi * D * u**3) * exp(-((h + mu * u) ** 2) / (4 * D * u)) if u > 0 else mpf(0)
        lost = quad(density, [0, t / 1000, t / 100, t / 10, t / 3, t])
        assert abs(1 - lost - from_point(h, mu, D, t)) < mpf(10) ** -25, (h, mu, D, t)
    for s, D, t in ((1, mpf(1) / 10, 1000), (2, 1, mpf(1) / 100)):
        s, D, t = map(mpf, (s, D, t))
        assert abs(by_quadrature(s, mpf(0), D, t) - 2 / pi * atan(s / sqrt(2 * D * t))) < mpf(10) ** -30


def main():
    mp.dps = 40
    check_by_first_passage()
    mp.dps = DIGITS
    rows = []
    for half_normal, survival, starts in ((0, from_point, (0.01, 1.0, 30.0)), (1, from_half_normal, (0.1, 1.0, 20.0))):
        for start in starts:
            for drift in (0.0, 1e-6, 0.02, -0.02, 1.0, -1.0, -10.0):
                for diffusion in (0.001, 0.1, 5.0):
                    for time in (1e-3, 1.0, 30.0, 1000.0):
                        h, mu, D, t = map(mpf, (start, drift, diffusion, time))
                        a, b = mu * sqrt(t / (2 * D)), h / sqrt(2 * D * t)
                        reach = min(0, a + (0 if half_normal else b)) ** 2 / (2 * (1 + (b * b if half_normal else 0)))
                        if reach > 300:
                            continue  # about e^-reach
                        # Everything is a function of a and b, which change by half as much as the time.
                        step = mpf(10) ** -15
                        value = survival(h, mu, D, t)
                        by_shift, by_start = ((survival(*moved) - value) / step for moved in ((h, mu * (1 + step), D, t), (h * (1 + step), mu, D, t)))
                        rows.append([half_normal, text(start), text(drift), text(diffusion), text(time), text(value), nstr(2 * (abs(by_shift) + abs(by_start)), 6)])
    write("absorbed-walks.csv", ["half_normal", "start", "drift", "diffusion", "time", "survival", "sensitivity"], rows)


if __name__ == "__main__":
    main()
