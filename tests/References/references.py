#!/usr/bin/env python3
"""Writes the reference values that the closed forms in src/LearningDynamics/Theory are tested against.

    python3 tests/References/references.py

needs mpmath alone, takes a few minutes, and rewrites the CSV files beside it; the same version writes the same bytes.
Inputs are the exact doubles that they read back to; results have 34 digits, computed with 60.

The library integrates over intrinsic time. Here time is integrated over the logit instead,
    t = (1/p) * integral of (1 + e^v) / sqrt(C^2 + 4 n^2 v^2) dv,
by Gauss-Legendre quadrature between decades, with exponential integrals where C = 0 and with Kummer's function for depth. A few runs are
also compared with a Taylor-series integration of the raw equations for y and z (see check_against_the_flow).
"""

import csv
import pathlib

from mpmath import e1, ei, exp, hyp1f1, inf, lambertw, log, mp, mpf, nstr, quad, sqrt

mp.dps = 60
DIGITS = 34
FOLDER = pathlib.Path(__file__).parent


def sigma(v):
    return 1 / (1 + exp(-v))


def root(function, slope, low, high, target):
    """The x in [low, high] with function(x) - function(low) = target; function gives increments: function(a, b)."""
    x, passed = low, mpf(0)
    for _ in range(400):
        step = (target - passed) / slope(x)
        following = x + step
        if not low <= following <= high:
            following = (low + high) / 2
        passed += function(x, following)
        if passed <= target:
            low = following
        else:
            high = following
        if following == x or abs(following - x) < mpf(10) ** -52 * abs(following):
            return following
        x = following
    raise ArithmeticError("no convergence")


class Stretch:
    """The logit of a set of active neurons, from one death to the next: sums A, B over them, starting at logit u and time t."""

    def __init__(self, n, p, amplitudes, u, t):
        self.n, self.p, self.start, self.time = n, p, u, t
        self.A = sum(a * a for a, _ in amplitudes)
        self.C2 = self.A * sum(b * b for _, b in amplitudes)
        self.c = sqrt(self.C2) / (2 * n)
        self.table = [(u, t)]
        smallest = min(abs(x) for x in (u, self.c) if x != 0)
        decades = [mpf(10) ** (mpf(k) / 2) for k in range(int(2 * log(smallest, 10)) - 4, 3)]
        steps = [mpf(k) for k in range(-100, 100, 2)]
        self.knots = sorted({mpf(0), *decades, *[-x for x in decades], *steps})

    def slope(self, v):
        return (1 + exp(v)) / (self.p * sqrt(self.C2 + 4 * self.n**2 * v**2))

    def between(self, v, w):
        """The time from logit v to logit w."""
        if v == w:
            return mpf(0)
        if self.C2 == 0:
            if w > 0:
                return (ei(w) - ei(v) + log(w / v)) / (2 * self.n * self.p)
            return (e1(-w) - e1(-v) + log(v / w)) / (2 * self.n * self.p)
        points = [v] + [x for x in self.knots if v < x < w] + [w] if v < w else [v, w]
        value, error = quad(self.slope, points, error=True, method="gauss-legendre")
        assert error <= mpf(10) ** -45 * abs(value), (v, w, error)
        return value

    def time_at(self, u):
        return self.time + self.between(self.start, u)

    def logit_at(self, t):
        if t == self.time:
            return self.start
        if self.C2 == 0 and self.start < 0:
            # The separatrix, in x = ln(-v): the logit may be as small as e^-1000000.
            per = 2 * self.n * self.p
            g = lambda x: -x + e1(exp(x))
            total = root(lambda x, y: g(-y) - g(-x), lambda x: 1 + exp(-exp(-x)), -log(-self.start), mpf(10) ** 8, per * (t - self.time))
            return -exp(-total)
        while self.table[-1][1] < t:
            u, passed = self.table[-1]
            following = [x for x in self.knots if x > u + abs(u) * mpf(10) ** -20]
            self.table.append((following[0], passed + self.between(u, following[0])))
        (low, before), (high, _) = [pair for pair in zip(self.table, self.table[1:]) if pair[1][1] >= t][0]
        return root(self.between, self.slope, low, high, t - before)

    def growth(self, u):
        """A e^theta."""
        r = sqrt(self.C2 + 4 * self.n**2 * u**2)
        return 2 * self.n * u + r if u >= 0 else self.C2 / (r - 2 * self.n * u)


class Class:
    """Lined-up examples and any number of neurons, with deaths."""

    def __init__(self, n, p, ys, zs):
        self.inputs = (n, p, ys, zs)
        self.n, self.p = mpf(n), mpf(p)
        self.y, self.z = [mpf(y) for y in ys], [mpf(z) for z in zs]
        self.a = [y + self.n * z for y, z in zip(self.y, self.z)]
        self.b = [y - self.n * z for y, z in zip(self.y, self.z)]
        alive = [i for i, y in enumerate(self.y) if y > 0]
        self.dies = {i: -self.b[i] / self.a[i] for i in alive if self.a[i] < 0}  # e^theta
        self.death = {}
        self.stretches = []
        u, t = sum((self.y[i] * self.z[i] for i in alive), mpf(0)), mpf(0)
        for growth in [*sorted(set(self.dies.values())), inf]:
            if not alive:
                break
            stretch = Stretch(self.n, self.p, [(self.a[i], self.b[i]) for i in alive], u, t)
            self.stretches.append((growth, stretch))
            if growth == inf:
                break
            u = sum(self.a[i] ** 2 * growth - self.b[i] ** 2 / growth for i in alive) / (4 * self.n)
            if all(self.dies.get(i) == growth for i in alive):
                u = mpf(0)
            t = stretch.time_at(u)
            for i in [i for i in alive if self.dies.get(i) == growth]:
                self.death[i] = t
                alive.remove(i)
        self.end = t

    def state(self, t):
        """The logit, every y and every z."""
        t = mpf(t)
        current = [(g, s) for g, s in self.stretches if s.time <= t]
        if not current or (current[-1][0] != inf and t >= self.end):
            u, growth = mpf(0), inf
        else:
            stretch = current[-1][1]
            u = stretch.logit_at(t)
            if stretch.A == 0:
                growth = stretch.start / u * exp(self.theta(stretch))
            else:
                growth = stretch.growth(u) / stretch.A
        ys, zs = [], []
        for i in range(len(self.y)):
            if self.y[i] <= 0:
                ys.append(self.y[i])
                zs.append(self.z[i])
            elif growth >= self.dies.get(i, inf):
                ys.append(mpf(0))
                zs.append(-sqrt(-self.a[i] * self.b[i]) / self.n)
            else:
                half = log(growth) / 2
                ys.append((self.a[i] * exp(half) + self.b[i] * exp(-half)) / 2)
                zs.append((self.a[i] * exp(half) - self.b[i] * exp(-half)) / (2 * self.n))
        return u, ys, zs

    def theta(self, stretch):
        before = [g for g, s in self.stretches if s.time < stretch.time]
        return log(before[-1]) if before else mpf(0)


def taylor_step(n, p, y, z, h, order=32):
    """One step of the Taylor-series method for y' = p n^2 z s, z' = p y s, with s = sigma(-u), u = z y and s' = -s (1 - s) u'."""
    times = lambda left, right, k: sum((left[j] * right[k - j] for j in range(k + 1)), mpf(0))
    y, z, u = [y], [z], [z * y]
    s, slope, decay = [sigma(-u[0])], [], []
    for k in range(order):
        y.append(p * n**2 * times(z, s, k) / (k + 1))
        z.append(p * times(y, s, k) / (k + 1))
        u.append(times(z, y, k + 1))
        slope.append((k + 1) * u[k + 1])
        decay.append(s[k] - times(s, s, k))
        s.append(-times(decay, slope, k) / (k + 1))
    return sum(c * h**k for k, c in enumerate(y)), sum(c * h**k for k, c in enumerate(z))


def check_against_the_flow():
    """Integration of the raw equations agrees to 35 digits."""
    for n, p, y0, z0, t in [(0.7, 0.5, 0.5, -1.0, 4), (0.7, 0.5, 0.5, -0.6, 9), (1.0, 1.0, 0.1, 0.1, 12), (2.0, 0.3, 1e-3, 0.5, 6)]:
        y, z = mpf(y0), mpf(z0)
        for _ in range(16 * t):
            y, z = taylor_step(mpf(n), mpf(p), y, z, mpf(1) / 16)
        _, ys, zs = Class(n, p, [y0], [z0]).state(t)
        assert abs(ys[0] - y) < mpf(10) ** -35 and abs(zs[0] - z) < mpf(10) ** -35, (n, p, y0, z0, ys[0] - y, zs[0] - z)
    assert abs(Class(0.7, 0.5, [0.5], [-1.0]).end - mpf("4.676649837797826")) < 1e-15


def single_neurons():
    """Starts (n, p, y, z) that cover the box, its corners and every outcome."""
    for n in (1e-3, 1.0, 1e3):
        for p in (1e-6, 0.3, 1.0):
            for u in (1e-12, 1e-4, 1.0):
                yield n, p, float(sqrt(mpf(n) * u)), float(sqrt(mpf(u) / n))
                if p != 0.3 and u != 1e-4:
                    for factor in (100.0, 1e-3):
                        yield n, p, float(sqrt(mpf(n) * u) * factor), float(sqrt(mpf(u) / n) / factor)
    for n, p, y in [(1.0, 1.0, 1.0), (1e-3, 0.5, 1e-6), (1e3, 1e-3, 1.0)]:
        yield n, p, y, 0.0  # starts at logit 0
        yield n, p, y, -0.5 * y / n  # learned, from below 0
        yield n, p, y, -1.5 * y / n  # collapses
        yield n, p, y, -(1 + 1e-9) * y / n  # collapses, near the separatrix
        yield n, p, y, -(1 - 1e-9) * y / n  # learned, near the separatrix
        yield n, p, y, -100.0 * y / n
    for n, p, y, z in [(1.0, 1.0, 1.0, -1.0), (0.5, 0.01, 0.125, -0.25), (1024.0, 1.0, 32.0, -0.03125)]:
        yield n, p, y, z  # the separatrix
        yield n, p, y, z * (1 - 2.0**-53)
        yield n, p, y, z * (1 + 2.0**-52)
    yield 0.7, 0.5, 0.5, -1.0
    yield 1.0, 1.0, -0.3, 2.0  # inactive


def many_neurons():
    yield 1.0, 1.0, [0.1, 0.2, 0.3], [0.1, -0.5, 0.2]
    yield 0.7, 0.5, [0.5, 0.3, 0.2, 0.9], [-1.0, -0.6, -2.0, -1.5]  # all die
    yield 0.7, 0.01, [0.5, 0.3, 0.2, 0.9, -0.1], [-1.0, -0.6, 1e-6, -1.5, 3.0]
    yield 1e3, 1.0, [1e-3, 2e-3, 0.5], [-2e-6, -1e-5, 1e-12]
    yield 1e-3, 1.0, [1e-3, 1e-2, 1e-3], [-2.0, 10.0, -1.0]
    yield 1.0, 0.25, [1.0, 0.5, 0.25], [-1.0, -0.75, -0.5]  # two die, one stays on the separatrix
    yield 0.5, 1e-6, [0.5, 0.5, 1e-6], [-1.5, 1.0, -2.2e-6]
    yield 1.0, 1.0, [1e-3, 1.0], [1e-3, -1.2]


def times_for(system, start):
    """Decades over the box, and the times at which something happens."""
    times = [0.0, 1e-3, 1.0, 1e3, 1e6]
    for t in system.death.values():
        times += [float(t * f) for f in (mpf("0.5"), mpf("0.999"), mpf("1.001")) if t * f < mpf(10) ** 7]
    growth, last = system.stretches[-1] if system.stretches else (0, None)
    if growth == inf and last.A > 0:
        for u in (mpf("0.5"), mpf(3)):
            if last.start < u:
                t = float(last.time_at(u))
                times += [t] if t < 1e6 else []
    return sorted(set(times))


def layered_starts():
    for layers in (1, 2, 3, 4, 8, 16):
        for n in (1e-3, 1.0, 1e3):
            for p in (1e-6, 1.0):
                for u in (1e-12, 1e-3, 1.0):
                    yield layers, n, p, u
    for u in (-3.0, -1000.0, 0.0, 30.0):
        yield 1, 0.7, 0.5, u
    for layers in (2, 3, 5):
        yield layers, 0.7, 0.5, 20.0


class Layered:
    def __init__(self, layers, n, p, u0):
        self.N, self.u0 = layers, mpf(u0)
        self.s = mpf(2) / layers - 1
        self.rate = layers * mpf(p) * mpf(n) ** (mpf(2) / layers)

    def antiderivative(self, v):
        if self.N == 2:
            return ei(v) + log(v)
        return v**self.s / self.s * (1 + hyp1f1(self.s, self.s + 1, v))

    def time_at(self, u):
        if self.N == 1:
            return (u - self.u0 + exp(u) - exp(self.u0)) / self.rate
        return (self.antiderivative(u) - self.antiderivative(self.u0)) / self.rate

    def logit_at(self, t):
        if t == 0:
            return self.u0
        if self.N == 1:
            total = self.u0 + exp(self.u0) + self.rate * t
            return log(lambertw(exp(total)).real)
        f = lambda x: self.antiderivative(exp(x))
        slope = lambda x: exp(self.s * x) * (1 + exp(exp(x)))
        return exp(root(lambda x, y: f(y) - f(x), slope, log(self.u0), log(self.u0 + 60), self.rate * t))

    def condition(self, u, t):
        return abs(t * self.rate * (abs(u) ** (2 - mpf(2) / self.N) if self.N > 1 else 1) * sigma(-u) / u) if u != 0 else mpf(0)


def text(x):
    return repr(x) if isinstance(x, (float, int)) else nstr(x, DIGITS, min_fixed=-5, max_fixed=5)


def joined(values):
    return ";".join(text(v) for v in values)


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(name, flush=True)


def main():
    check_against_the_flow()
    starts = [(n, p, [y], [z]) for n, p, y, z in single_neurons()] + list(many_neurons())
    trajectories, deaths, arrivals = [], [], []
    for n, p, ys, zs in starts:
        start = [text(n), text(p), joined(ys), joined(zs)]
        system = Class(n, p, ys, zs)
        for t in times_for(system, start):
            u, y, z = system.state(t)
            trajectories.append([*start, text(t), text(u), joined(y), joined(z)])
        for i, t in sorted(system.death.items()):
            deaths.append([*start, text(i), text(t), text(system.state(t * 2)[2][i])])
        if system.stretches:
            growth, last = system.stretches[-1]
            for u in (-1e-3, 1e-9, 0.1, 4.0, 20.0):
                if last.start < u and (u < 0 or (growth == inf and last.A > 0)):
                    arrivals.append([*start, text(u), text(last.time_at(mpf(u)))])
    header = ["input_norm", "frequency", "preactivations", "output_weights"]
    write("lined-up-trajectories.csv", [*header, "time", "logit", "preactivations_then", "output_weights_then"], trajectories)
    write("lined-up-deaths.csv", [*header, "neuron", "time", "output_weight_then"], deaths)
    write("lined-up-arrivals.csv", [*header, "logit", "time"], arrivals)

    rows = []
    for layers, n, p, u0 in layered_starts():
        mp.dps = 120  # differences of the antiderivative cancel
        system = Layered(layers, n, p, u0)
        times = [0.0, 1e-3, 1.0, 1e3, 1e6] + [float(system.time_at(mpf(u))) for u in (0.5, 3.0) if u > u0]
        for t in sorted({t for t in times if t <= 1e6}):
            u = system.logit_at(mpf(t))
            rows.append([text(layers), text(n), text(p), text(u0), text(t), text(u), nstr(system.condition(u, mpf(t)), 6)])
    write("layered-trajectories.csv", ["layers", "input_norm", "frequency", "initial_logit", "time", "logit", "condition"], rows)


if __name__ == "__main__":
    main()
