#!/usr/bin/env python3
"""Writes the reference values of one of K classes under the softmax cross-entropy.

    python3 tests/References/softmax.py

needs mpmath alone and rewrites softmax-trajectories.csv beside it. The library integrates over intrinsic time; here time is integrated over the logit,
    t = (1/p) integral of (1 + e^v / (K - 1)) / sqrt(C^2 + 4 kappa n^2 v^2) dv,    kappa = K / (K - 1),
for single neurons and for several that all learn. Some runs are also compared with an integration of the network's own equations, with all K output weights.
"""

from mpmath import exp, inf, log, mp, mpf, nstr, odefun, sqrt

from lined_up import Stretch
from references import joined, text, write


class SoftmaxStretch(Stretch):
    def __init__(self, classes, n, p, ys, vs):
        self.wrong, self.share = classes - 1, mpf(p)
        root_kappa = sqrt(mpf(classes) / (classes - 1))
        ys, vs = [mpf(y) for y in ys], [mpf(v) for v in vs]
        self.amplitudes = [(root_kappa * y + mpf(n) * v, root_kappa * y - mpf(n) * v) for y, v in zip(ys, vs)]
        super().__init__(root_kappa * mpf(n), mpf(p), self.amplitudes, sum(y * v for y, v in zip(ys, vs)), mpf(0))
        assert self.C2 > 0

    def slope(self, v):
        return (1 + exp(v) / self.wrong) / (self.p * self.speed(v))

    def speed(self, v):
        return sqrt(self.C2 + 4 * self.n**2 * v**2)

    @property
    def collapse(self):
        """When a single neuron dies, if it does."""
        return self.time_at(mpf(0)) if self.amplitudes[0][0] < 0 else inf

    def state(self, t):
        """The logit and its time derivative."""
        if t >= self.collapse:
            return mpf(0), mpf(0)
        u = self.logit_at(t)
        return u, 1 / self.slope(u)


def check_against_the_network():
    """Integration of y and all output weights, with the softmax itself, agrees to 20 digits."""
    mp.dps = 25
    for classes, n, p, y0, v0, t in [(3, 0.7, 0.5, 0.3, 0.2, 8), (5, 1.0, 0.2, 0.3, 0.3, 20), (4, 2.0, 0.25, 0.4, -0.1, 6)]:
        def field(_, state):
            y, *z = state
            total = sum(exp(w * y) for w in z)
            q = [exp(w * y) / total for w in z]
            pull = [(1 if k == 0 else 0) - q[k] for k in range(classes)]
            return [mpf(p) * mpf(n) ** 2 * sum(w * g for w, g in zip(z, pull)), *[mpf(p) * y * g for g in pull]]
        y, *z = odefun(field, 0, [mpf(y0), mpf(v0), *[mpf(0)] * (classes - 1)])(t)
        mp.dps = 60
        u, _ = SoftmaxStretch(classes, n, p, [y0], [v0]).state(mpf(t))
        assert abs((z[0] - z[1]) * y - u) < mpf(10) ** -20, (classes, (z[0] - z[1]) * y - u)
        mp.dps = 25
    mp.dps = 60


def starts():
    for classes in (2, 3, 5, 100, 1000):
        for n in (1e-3, 1.0, 1e3):
            for p in (1e-6, 1.0):
                for u in (1e-12, 1e-3, 1.0):
                    yield classes, n, p, [float(sqrt(mpf(n) * u))], [float(sqrt(mpf(u) / n))]
        yield classes, 0.7, 0.2, [0.5], [0.0]
        yield classes, 0.7, 0.2, [0.5], [-0.3]  # learned, from below 0
        yield classes, 0.7, 0.2, [0.5], [-1.5]  # collapses
        yield classes, 0.7, 0.001, [0.1, 0.2, 0.3], [0.3, -0.1, 0.01]
    yield 5, 1.0, 0.2, [0.3], [0.3]


def main():
    check_against_the_network()
    rows = []
    for classes, n, p, ys, vs in starts():
        system = SoftmaxStretch(classes, n, p, ys, vs)
        times = [0.0, 1e-3, 1.0, 1e3, 1e6]
        if system.collapse < inf:
            times += [float(system.collapse * share) for share in (mpf("0.5"), mpf("0.999"), mpf("1.001"))]
        else:
            times += [float(system.time_at(u)) for u in (mpf("0.5"), 3 + log(classes)) if u > system.start]
        for t in sorted({t for t in times if t <= 1e6}):
            u, speed = system.state(mpf(t))
            rows.append([text(classes), text(n), text(p), joined(ys), joined(vs), "Infinity" if system.collapse == inf else text(system.collapse), text(t), text(u), nstr(t * speed, 6), nstr(system.speed(u) / (2 * system.n), 6)])
    header = ["classes", "input_norm", "frequency", "preactivations", "output_differences", "collapse_time", "time", "logit", "per_relative_time", "intrinsic_speed"]
    write("softmax-trajectories.csv", header, rows)


if __name__ == "__main__":
    main()
