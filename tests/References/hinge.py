#!/usr/bin/env python3
"""Writes the reference values of the hinge loss: balanced layers, and single neurons from any start.

    python3 tests/References/hinge.py

needs mpmath alone and rewrites hinge-trajectories.csv and hinge-neurons.csv beside it. The library evaluates the solved formulas; here, for layers, the
time between two logits is integrated over x = ln v, t = integral of e^(-bend x) dx / rate (N = 1: over v itself), and inverted by a root finder. A single
neuron is y = y0 cosh(n p t) + n z0 sinh(n p t) and its time to a logit 2 n p t = arsinh(2 n u/C) - arsinh(2 n u0/C), which cancel too much for doubles.
"""

from mpmath import asinh, atanh, cosh, exp, inf, log, mpf, nstr, quad, sinh, sqrt

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


class Neuron:
    def __init__(self, n, p, y0, z0, margin):
        self.n, self.p, self.y0, self.z0, self.margin = map(mpf, (n, p, y0, z0, margin))
        self.c = abs(self.y0**2 - self.n**2 * self.z0**2)
        grows = self.y0 + self.n * self.z0
        self.margin_time = self.time_at(self.margin) if grows > 0 else inf
        self.collapse_time = atanh(-self.y0 / (self.n * self.z0)) / (self.n * self.p) if grows < 0 else inf

    def time_at(self, u):
        u0 = self.y0 * self.z0
        if u <= u0:
            return mpf(0)
        if self.c == 0:
            return log(u / u0) / (2 * self.n * self.p)
        return (asinh(2 * self.n * u / self.c) - asinh(2 * self.n * u0 / self.c)) / (2 * self.n * self.p)

    def state(self, t):
        if t >= self.collapse_time:
            return mpf(0), -sqrt(self.z0**2 - self.y0**2 / self.n**2)
        angle = self.n * self.p * min(t, self.margin_time)
        return self.y0 * cosh(angle) + self.n * self.z0 * sinh(angle), self.z0 * cosh(angle) + self.y0 / self.n * sinh(angle)


def neurons():
    for n in (1e-3, 1.0, 1e3):
        for p in (1e-6, 1.0):
            for u in (1e-12, 1e-3, 1.0):
                for factor in (1.0, 100.0, 1e-3):
                    yield n, p, float(sqrt(mpf(n) * u) * factor), float(sqrt(mpf(u) / n) / factor), 10.0
    for n, p, y in [(1.0, 1.0, 1.0), (1e-3, 0.5, 1e-6), (1e3, 1e-3, 1.0)]:
        for factor in (0.0, -0.5, -1.5, -(1 + 1e-9), -(1 - 1e-9), -100.0):
            yield n, p, y, factor * y / n, 2.0
    yield 1.0, 1.0, 1.0, -1.0, 2.0  # the separatrix
    yield 1.0, 1.0, 2.0, 3.0, 5.0  # starts beyond the margin


def neuron_rows():
    for start in neurons():
        neuron = Neuron(*start)
        times = [0.0, 1e-3, 1.0, 1e3, 1e6]
        for end in (neuron.margin_time, neuron.collapse_time):
            times += [float(end * share) for share in (mpf("0.3"), mpf("0.9"), mpf("0.999"))] if end < inf else []
        for t in sorted({t for t in times if t <= 1e6}):
            if neuron.c == 0 and t >= 1e3:
                continue  # on the separatrix the exponentials cancel down to e^-1000000
            y, z = neuron.state(mpf(t))
            ends = [text(end) if end < inf else "Infinity" for end in (neuron.margin_time, neuron.collapse_time)]
            yield [*map(text, start), *ends, text(t), text(y * z), text(y), text(z)]


def main():
    header = ["input_norm", "frequency", "preactivation", "output_weight", "margin", "margin_time", "collapse_time", "time", "logit", "preactivation_then", "output_weight_then"]
    write("hinge-neurons.csv", header, neuron_rows())
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
