#!/usr/bin/env python3
"""Writes the reference values of features that always occur together.

    python3 tests/References/features.py

needs mpmath alone and rewrites feature-trajectories.csv beside it. For two layers the library integrates over intrinsic time; here time is integrated over the share v of
the fastest feature, with theta_k = theta_k0 (v/v0)^(n_k/n),
    t = 1/(2 n p) * integral from v0 to v of (1 + e^(sum of theta_k)) / v dv,
by Gauss-Legendre quadrature between decades. One layer is the perceptron of layered.py with theta_k = theta_k0 + (n_k^2/S) (u - u0). Some runs are also compared with an
integration of the equations for the shares themselves.
"""

from mpmath import exp, log, mp, mpf, nstr, odefun, quad, sqrt

from layered import Layered
from numbers_to_60_digits import root, sigma
from references import joined, text, write


class Together:
    """Two layers."""

    def __init__(self, norms, p, shares):
        self.n, self.p, self.start = [mpf(n) for n in norms], mpf(p), [mpf(s) for s in shares]
        self.first = max(range(len(norms)), key=lambda k: norms[k])
        self.table = [(mpf(0), mpf(0))]

    def shares(self, x):
        """All shares where the fastest has grown by the factor e^x."""
        return [s * exp(x * n / self.n[self.first]) for s, n in zip(self.start, self.n)]

    def slope(self, x):
        return (1 + exp(sum(self.shares(x)))) / (2 * self.n[self.first] * self.p)

    def between(self, x, y):
        """Over v itself, in pieces short enough that the exponential changes by less than e^4 in each."""
        if y < x:
            return -self.between(y, x)
        v0 = self.start[self.first]
        knots, at = [x], x
        while at < y:
            speed = sum(s * n for s, n in zip(self.shares(at), self.n)) / self.n[self.first]
            at = min(y, at + min(mpf(1), log(1 + 4 / speed) / 2))
            knots.append(at)
        value, error = quad(lambda v: self.slope(log(v / v0)) / v, [v0 * exp(k) for k in knots], error=True, method="gauss-legendre")
        assert error <= mpf(10) ** -45 * abs(value) + mpf(10) ** -400, (x, y, error)
        return value

    def position(self, t):
        while self.table[-1][1] < t:
            x, passed = self.table[-1]
            following = x + mpf("0.5")
            self.table.append((following, passed + self.between(x, following)))
        (low, before), (high, _) = [pair for pair in zip(self.table, self.table[1:]) if pair[1][1] >= t][0]
        return root(self.between, self.slope, low, high, t - before)

    def state(self, t):
        return self.shares(self.position(t)) if t > 0 else self.start

    def condition(self, shares, t):
        """t u' / u, and the largest of t theta_k' / theta_k."""
        pull = 2 * self.p * sigma(-sum(shares)) * t
        return max(pull * sum(n * s for n, s in zip(self.n, shares)) / sum(shares), pull * max(self.n))


class Perceptron:
    """One layer."""

    def __init__(self, norms, p, shares):
        self.n, self.start = [mpf(n) for n in norms], [mpf(s) for s in shares]
        self.square = sum(n**2 for n in self.n)
        self.mode = Layered(1, sqrt(self.square), p, sum(self.start))

    def state(self, t):
        growth = self.mode.logit_at(t) - self.mode.u0
        return [s + n**2 / self.square * growth for s, n in zip(self.start, self.n)]

    def condition(self, shares, t):
        return self.mode.condition(sum(shares), t)


def check_against_the_flow():
    """Integration of the shares' own equations agrees to 20 digits."""
    mp.dps = 25
    for layers, norms, p, shares, t in [(2, [1.4, 0.7], 0.5, [0.1, 0.2], 8), (2, [0.3, 1.0, 2.0], 1.0, [0.5, 0.1, 0.01], 5), (1, [1.4, 0.7], 0.5, [0.1, -0.2], 8)]:
        def field(_, state):
            pull = mpf(p) * sigma(-sum(state))
            return [pull * (mpf(n) ** 2 if layers == 1 else 2 * mpf(n) * s) for n, s in zip(norms, state)]
        integrated = odefun(field, 0, [mpf(s) for s in shares])(t)
        mp.dps = 60
        solved = (Perceptron if layers == 1 else Together)(norms, p, shares).state(mpf(t))
        assert all(abs(a - b) < mpf(10) ** -20 for a, b in zip(integrated, solved)), (layers, norms, [nstr(a - b, 5) for a, b in zip(integrated, solved)])
        mp.dps = 25
    mp.dps = 60


def starts():
    for layers in (1, 2):
        for p in (1e-6, 0.3, 1.0):
            for share in (1e-12, 1e-3, 1.0):
                yield layers, [1.0, 0.5], p, [share, share]
                yield layers, [1e3, 1e-3], p, [share, 0.5 * share]
        yield layers, [1.0, 1.0], 0.5, [0.1, 0.3]
        yield layers, [1e-3, 1e-3, 2e-3], 1.0, [0.5, 0.1, 0.01]
        yield layers, [1.4, 0.7], 0.5, [1e-6, 1e-2]
        yield layers, [0.3, 1.0, 2.0, 0.9, 1.7], 0.8, [0.5, 0.1, 1e-4, 0.2, 1e-9]
        yield layers, [1.0, 0.1], 1.0, [1e-9, 5.0]
        yield layers, [2.0, 1.0], 1.0, [20.0, 10.0]
    yield 1, [1.0, 0.5], 0.5, [0.0, 0.0]
    yield 1, [1.0, 0.5], 0.5, [-2.0, 0.3]


def main():
    check_against_the_flow()
    rows = []
    for layers, norms, p, shares in starts():
        system = (Perceptron if layers == 1 else Together)(norms, p, shares)
        for t in (0.0, 1e-3, 1.0, 30.0, 1e3, 1e6):
            then = system.state(mpf(t))
            rows.append([text(layers), joined(norms), text(p), joined(shares), text(t), text(sum(then)), joined(then), nstr(system.condition(then, mpf(t)), 6)])
    write("feature-trajectories.csv", ["layers", "norms", "frequency", "shares", "time", "logit", "shares_then", "condition"], rows)


if __name__ == "__main__":
    main()
