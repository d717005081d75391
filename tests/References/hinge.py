#!/usr/bin/env python3
"""Writes the reference values of balanced layers under the hinge loss.

    python3 tests/References/hinge.py

needs mpmath alone and rewrites hinge-trajectories.csv beside it. The library evaluates the solved formulas; here the time between two logits is
integrated over x = ln v, t = integral of e^(-bend x) dx / rate (N = 1: over v itself), and inverted by a root finder.
"""

from mpmath import exp, log, mpf, nstr, quad

from numbers_to_60_digits import root
from references import text, write


class Hinge:
    def __init__(self, layers, n, p, u0, margin):
        self.N, self.u0, self.margin = layers, mpf(u0), mpf(margin)
        self.bend = 1 - mpf(2) / layers
        self.rate = layers * mpf(p) * mpf(n) ** (mpf(2) / layers)
        # Where the integration runs: over ln v, or over v itself for one layer.
        self.of = (lambda v: v) if layers == 1 else log
        self.to = (lambda x: x) if layers == 1 else exp

    def slope(self, x):
        return 1 / self.rate if self.N == 1 else exp(-self.bend * x) / self.rate

    def between(self, x, y):
        pieces = max(1, int(abs(y - x)))
        value, error = quad(self.slope, [x + (y - x) * k / pieces for k in range(pieces + 1)], error=True, method="gauss-legendre")
        assert error <= mpf(10) ** -45 * abs(value) + mpf(10) ** -400, (x, y, error)
        return value

    def time_at(self, u):
        return self.between(self.of(self.u0), self.of(mpf(u)))

    def logit_at(self, t):
        if self.u0 >= self.margin or t == 0:
            return self.u0
        if t >= self.time_at(self.margin):
            return self.margin
        return self.to(root(self.between, self.slope, self.of(self.u0), self.of(self.margin), t))

    def condition(self, u, t):
        if u >= self.margin or u == 0:
            return mpf(0)
        return abs(t * self.rate * (1 if self.N == 1 else u ** (1 + self.bend)) / u)


def starts():
    for layers in (1, 2, 3, 4, 8, 16):
        for n in (1e-3, 1.0, 1e3):
            for p in (1e-6, 1.0):
                for u in (1e-12, 1e-3, 1.0):
                    for margin in (0.5, 10.0):
                        yield layers, n, p, u, margin
    for u in (-30.0, -0.5, 0.0, 20.0):
        yield 1, 0.7, 0.5, u, 10.0
    for layers in (2, 3, 5):
        yield layers, 0.7, 0.5, 9.0, 10.0


def main():
    rows = []
    for start in starts():
        system = Hinge(*start)
        times = [0.0, 1e-3, 1.0, 1e3, 1e6]
        if system.u0 < system.margin:
            times += [float(system.time_at(system.u0 + share * (system.margin - system.u0))) for share in (mpf("0.01"), mpf("0.5"), mpf("0.99"))]
        for t in sorted({t for t in times if t <= 1e6}):
            u = system.logit_at(mpf(t))
            rows.append([*map(text, start), text(t), text(u), nstr(system.condition(u, mpf(t)), 6)])
    write("hinge-trajectories.csv", ["layers", "input_norm", "frequency", "initial_logit", "margin", "time", "logit", "condition"], rows)


if __name__ == "__main__":
    main()
