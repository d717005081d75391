#!/usr/bin/env python3
"""Writes the reference values of one neuron that is active on at most one of two classes.

    python3 tests/References/competition.py

needs mpmath alone and rewrites competition-trajectories.csv and competition-events.csv beside it. The library works in intrinsic time; here, as in lined_up.py, time is integrated over the
logit, and the other side's revival is looked up by the logit that the active side has there. Some runs are also compared with an integration of the three gated equations.
"""

from mpmath import inf, mp, mpf, odefun, sqrt

from lined_up import Class
from numbers_to_60_digits import sigma
from references import text, write


class OneSided:
    """Classes (n1, n2, rho, p1, p2) and a start (alpha, beta, z), of which beta or alpha is at most 0."""

    def __init__(self, classes, start):
        self.is_first = start[1] <= 0
        (n, _, self.rho, p, _), (y, self.inactive, z) = (classes, start) if self.is_first else (mirrored_classes(classes), mirrored(start))
        self.n, self.y, self.z = mpf(n), mpf(y), mpf(z)
        self.active = Class(n, p, [y], [z])
        self.revival = self.time_of_revival()
        self.death = self.active.death.get(0, inf) if self.revival == inf else inf

    def time_of_revival(self):
        if self.rho == 0 or self.z >= 0 or self.y <= 0:
            return inf
        y = self.y - mpf(self.inactive) * self.n**2 / mpf(self.rho)
        square = y**2 - self.y**2 + (self.n * self.z) ** 2
        if y <= 0 or square <= 0:
            return inf
        return self.active.stretches[0][1].time_at(-y * sqrt(square) / self.n)

    def state(self, t):
        _, (y,), (z,) = self.active.state(t)
        other = mpf(self.inactive) + mpf(self.rho) / self.n**2 * (y - self.y)
        return (y, other, z) if self.is_first else mirrored((y, other, z))


def mirrored(state):
    return state[1], state[0], -state[2]


def mirrored_classes(classes):
    n1, n2, rho, p1, p2 = classes
    return n2, n1, rho, p2, p1


def check_against_the_flow():
    """The gated equations of all three numbers, integrated up to the first event, agree to 18 digits."""
    for classes, start, t in [
        ((0.7, 1.3, -0.4, 0.5, 0.25), (0.5, -0.1, -1.0), 0.3),
        ((0.7, 1.3, -0.4, 0.5, 0.25), (-0.6, 0.5, 0.2), 2),
        ((1.0, 1.0, -0.5, 0.5, 0.5), (0.3, -0.2, 0.4), 9),
    ]:
        (n1, n2, rho, p1, p2), solved = map(mpf, classes), OneSided(classes, start)
        assert t < min(solved.revival, solved.death)
        gate = [mpf(side > 0) for side in start[:2]]

        def field(_, state):
            alpha, beta, z = state
            first, second = p1 * sigma(-z * alpha) * gate[0], p2 * sigma(z * beta) * gate[1]
            return [z * (n1**2 * first - rho * second), z * (rho * first - n2**2 * second), alpha * first - beta * second]

        mp.dps = 22
        found = odefun(field, 0, [mpf(x) for x in start])(t)
        mp.dps = 60
        assert all(abs(x - y) < mpf(10) ** -18 for x, y in zip(found, solved.state(t))), (classes, start)


def cases():
    for n1, n2 in [(1.0, 1.0), (1e-3, 1e3), (1e3, 1e-3), (0.7, 1.3)]:
        for p1, p2 in [(0.5, 0.5), (1e-6, 0.999)]:
            for cosine in (0.0, -0.5, -0.999):
                classes = (n1, n2, cosine * n1 * n2, p1, p2)
                y, z = float(sqrt(mpf(n1) / 4)), float(sqrt(1 / mpf(n1)) / 2)
                for share in (0.9, -0.9, -1.1):  # learned, learned from below 0, dead
                    for off in (0.0, 1e-6, 0.2, 0.7):  # in units of n2 y / n1, at which dead neurons revive while off is below -cosine
                        yield classes, (y, 0.0 - off * n2 / n1 * y, share * z)
    for classes in [(0.5, 1.0, -0.25, 0.5, 0.5), (0.5, 1.0, 0.0, 0.5, 0.5)]:
        for start in [(0.5, -0.75, -1.0), (0.5, -0.25, -1.0), (-1.0, -1.0, 0.3), (0.0, -1.0, -0.3), (1e-6, -1e-6, 1e-6)]:
            yield classes, start
    yield (1.0, 1.0, -0.5, 0.5, 0.5), (1.0, -0.1, -1.1)
    yield (1.0, 1.0, 0.0, 0.5, 0.5), (1.0, 0.0, -1.1)


def main():
    check_against_the_flow()
    trajectories, events = [], []
    for index, (classes, start) in enumerate(cases()):
        if index % 2 == 1:
            classes, start = mirrored_classes(classes), mirrored(start)
        solved = OneSided(classes, start)
        inputs = [*map(text, classes), *map(text, start)]
        events.append([*inputs, *(text(t) if t < inf else "Infinity" for t in (solved.revival, solved.death))])
        times = [0.0, 1.0, 1e6]
        for end in (solved.revival, solved.death):
            times += [float(end * share) for share in (mpf("0.3"), mpf("0.999"))] if end < mpf(10) ** 7 else []
        for t in sorted({t for t in times if t <= solved.revival}):
            trajectories.append([*inputs, text(t), *map(text, solved.state(t))])
    header = ["input_norm_1", "input_norm_2", "inner_product", "frequency_1", "frequency_2", "alpha", "beta", "output_weight"]
    write("competition-trajectories.csv", [*header, "time", "alpha_then", "beta_then", "output_weight_then"], trajectories)
    write("competition-events.csv", [*header, "revival_time", "death_time"], events)


if __name__ == "__main__":
    main()
