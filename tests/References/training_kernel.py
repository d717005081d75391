#!/usr/bin/env python3
"""Writes the reference values of the infinite-width tangent kernel of one hidden layer, for the ReLU and the ELU.

    python3 tests/References/training_kernel.py

needs mpmath alone, takes minutes, and rewrites tangent-kernels.csv beside it. Both kernels are integrals over h = s z of the conditional expectation over h_o,
computed with 50 digits from the raw moments of the truncated normal distribution; the library has the ReLU's in closed form and scales
the ELU's against cancellation. A few values are also compared with another representation: by Price's theorem the derivative of
E[phi(h) phi(h_o)] by the correlation is s s_o E[phi'(h) phi'(h_o)] (see check_by_price).
"""

from mpmath import erfc, exp, expm1, mp, mpf, npdf, quad, sqrt

from references import text, write

mp.dps = 50
END = mpf(15)


def cdf(x):
    return erfc(-x / sqrt(2)) / 2


class Relu:
    value = staticmethod(lambda h: max(h, mpf(0)))
    slope = staticmethod(lambda h: mpf(1 if h > 0 else 0))

    @staticmethod
    def value_given(m, s):
        return m * cdf(m / s) + s * npdf(m / s)

    @staticmethod
    def slope_given(m, s):
        return cdf(m / s)


class Elu:
    value = staticmethod(lambda h: h if h > 0 else expm1(h))
    slope = staticmethod(lambda h: mpf(1) if h > 0 else exp(h))

    @staticmethod
    def below(m, s):
        return exp(m + s * s / 2) * cdf(-m / s - s)

    @staticmethod
    def value_given(m, s):
        return Relu.value_given(m, s) + Elu.below(m, s) - cdf(-m / s)

    @staticmethod
    def slope_given(m, s):
        return cdf(m / s) + Elu.below(m, s)


def moments(phi, s, so, c):
    """E[phi(h) phi(h_o)] and E[phi'(h) phi'(h_o)] for deviations s and so and the correlation c."""
    spread = so * sqrt(1 - c * c)

    def both(z):
        m = c * so * z
        given = (phi.value(m), phi.slope(m)) if spread == 0 else (phi.value_given(m, spread), phi.slope_given(m, spread))
        return npdf(z) * phi.value(s * z) * given[0], npdf(z) * phi.slope(s * z) * given[1]

    scale = min(mpf(1), 1 / s, 1 / so, spread / so if spread > 0 else mpf(1))
    points = [mpf(0), scale]
    while points[-1] < END:
        points.append(min(END, 2 * points[-1]))
    sums = []
    for index in (0, 1):
        # One side of the kink at a time; at z = 0 itself the rule has no node.
        total = mpf(0)
        for sign in (1, -1):
            value, error = quad(lambda z: both(sign * z)[index], points, error=True, method="gauss-legendre")
            assert error < mpf(10) ** (10 - mp.dps), error
            total += value
        sums.append(total)
    return sums


def kernel(phi, hidden, output, norm, trained_norm, c):
    hidden, output, norm, trained_norm, c = map(mpf, (hidden, output, norm, trained_norm, c))
    values, slopes = moments(phi, sqrt(hidden) * norm, sqrt(hidden) * trained_norm, c)
    return values + output * norm * trained_norm * c * slopes


def check_by_price():
    for phi in (Relu, Elu):
        for s, so, c in ((1, 2, mpf("0.5")), (mpf("0.3"), 1, mpf("-0.7"))):
            s, so = mpf(s), mpf(so)
            mp.dps = 20
            independent = moments(phi, s, so, mpf(0))[0]
            grown = independent + s * so * quad(lambda r: moments(phi, s, so, r)[1], [0, c], maxdegree=4)
            mp.dps = 50
            assert abs(grown - moments(phi, s, so, c)[0]) < mpf(10) ** -15, (phi, s, so, c)


def cases():
    cosines = [-1.0, -1 + 1e-9, -0.9, -0.25, 0.0, 0.5, 0.9, 1 - 1e-9, 1.0]
    for c in cosines:
        for hidden, norm, trained in ((1.0, 1.0, 1.0), (1.0, 0.5, 0.75), (2.0, 1.5, 0.25), (1e-6, 1.0, 0.5), (100.0, 1.0, 2.0), (1.0, 30.0, 1e-2)):
            yield hidden, 1.0, norm, trained, c
    for output in (0.0, 0.3, 50.0):
        for c in (-0.5, 0.75):
            yield 1.0, output, 1.0, 1.0, c


def main():
    check_by_price()
    rows = []
    for name, phi in (("relu", Relu), ("elu", Elu)):
        for hidden, output, norm, trained, c in cases():
            value = kernel(phi, hidden, output, norm, trained, c)
            scale = sqrt(kernel(phi, hidden, output, norm, norm, 1) * kernel(phi, hidden, output, trained, trained, 1))
            own = kernel(phi, hidden, output, trained, trained, 1)
            rows.append([1 if name == "elu" else 0, *map(text, (hidden, output, norm, trained, c, value, value / own, scale))])
    write("tangent-kernels.csv", ["elu", "hidden_variance", "output_variance", "norm", "trained_norm", "cosine", "kernel", "normalized", "scale"], rows)


if __name__ == "__main__":
    main()
