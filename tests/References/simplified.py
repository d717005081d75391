#!/usr/bin/env python3
"""Writes the reference values of the simplified system: one logit u, the output sigma(a u), cross-entropy or squared error.

    python3 tests/References/simplified.py

needs mpmath alone and rewrites simplified-system.csv beside it. With v = a u and S = e^v the time is an antiderivative in S (partial fractions, below), evaluated with
400 digits so that its cancellations do no harm, and inverted by bisection and Newton's method. A few values are compared with the integral of
dv / v' itself (see check_by_quadrature). The library uses other forms, without cancellation, for the growth from the start and for the distance to the end.

Sensitivities are what a value changes by for a relative change of 1 of the time and of the start together.
"""

from mpmath import exp, inf, log, mp, mpf, nstr, quad

from references import text, write

DIGITS = 400


class Simplified:
    def __init__(self, squared, a, y, eta, u0):
        self.squared, self.a, self.y, self.eta, self.u0 = squared, mpf(a), mpf(y), mpf(eta), mpf(u0)
        self.rate = self.eta * self.a * (self.a if squared else 1)
        self.v0 = self.a * self.u0
        self.end = log(self.y / (1 - self.y)) if 0 < self.y < 1 else (inf if self.y == 1 else -inf)

    def speed(self, v):
        """dv / d(rate t)."""
        f = 1 / (1 + exp(-v))
        return (self.y - f) * (f * (1 - f) if self.squared else 1)

    def antiderivative(self, v):
        y, q = self.y, 1 - self.y
        if y == 0:
            return Simplified(self.squared, 1, 1, 1, 0).antiderivative(-v)
        S = exp(v)
        if not self.squared:
            return v + S if q == 0 else (v - log(abs(y - q * S)) / q) / y
        if q == 0:
            return -1 / S + 3 * v + 3 * S + S * S / 2
        return -S / q + (1 + 2 * y) / y**2 * v - 1 / (y * S) - log(abs(y - q * S)) / (q * y) ** 2

    def argument_at(self, t):
        """v, or its end as near as bisection over the distance comes."""
        target = self.antiderivative(self.v0) + self.rate * t
        up = self.end > self.v0
        # In terms of a number x that grows with time: v itself, or minus the logarithm of the distance to the end.
        if self.end in (inf, -inf):
            value = lambda x: x if up else -x
            low, high = (self.v0 if up else -self.v0), (self.v0 if up else -self.v0) + 400
        else:
            value = lambda x: self.end - exp(-x) if up else self.end + exp(-x)
            low, high = -log(abs(self.end - self.v0)), mpf(280)
        if self.antiderivative(value(high)) < target:
            return None
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if self.antiderivative(value(middle)) < target else (low, middle)
        v = value(low)
        for _ in range(10):
            v += (target - self.antiderivative(v)) * self.speed(v)
        assert abs(target - self.antiderivative(v)) * abs(self.speed(v)) < mpf(10) ** -60 * abs(v - self.v0)
        return v

    def response(self, v):
        return self.rate / self.a * self.speed(v)

    def output_response(self, v):
        f = 1 / (1 + exp(-v))
        return self.a * f * (1 - f) * self.response(v)

    def quantities(self, v):
        f = 1 / (1 + exp(-v))
        return [v / self.a, f, self.y - f, self.response(v), self.output_response(v)]

    def sensitivities(self, v, t):
        """|t dX/dt| + |u0 dX/du0|; the state at t depends on the start as on a shift of time, du/du0 = u'(t) / u'(0)."""
        step = mpf(10) ** -60
        slopes = [(up - down) / (2 * step) for up, down in zip(self.quantities(v + step), self.quantities(v - step))]
        by_time = t * self.response(v) * self.a
        by_start = self.u0 * self.response(v) / self.response(self.v0) * self.a if self.u0 != 0 else mpf(0)
        return [(abs(by_time) + abs(by_start)) * abs(slope) for slope in slopes]


def check_by_quadrature():
    for squared in (False, True):
        for y, u0, u in ((1, -2, 3), (0, 1, -2), (0.25, 1, -1), (0.75, -1, 1)):
            system = Simplified(squared, 1, y, 1, u0)
            direct = quad(lambda v: 1 / system.speed(v), [u0, mpf(u0 + u) / 2, u])
            assert abs(direct - system.antiderivative(mpf(u)) + system.antiderivative(mpf(u0))) < mpf(10) ** -40, (squared, y)


def starts():
    for squared in (False, True):
        for y in (0.0, 1e-6, 0.25, 0.5, 0.75, 0.999, 1 - 1e-9, 1.0):
            for u0 in (-20.0, -1.0, 0.0, 1e-9, 2.0, 30.0):
                if (y, u0) != (0.5, 0.0):
                    yield squared, 1.0, y, 1.0, u0
            yield squared, 0.05, y, 10.0, 1.0
            yield squared, 40.0, y, 0.01, -0.1
        yield squared, 1.0, 1.0, 1.0, -250.0
        yield squared, 1.0, 0.5, 1.0, 250.0


def main():
    mp.dps = DIGITS
    check_by_quadrature()
    rows = []
    for start in starts():
        system = Simplified(*start)
        for t in (0.0, 1e-9, 1e-2, 1.0, 10.0, 200.0, 1e4, 1e6, 1e9):
            v = system.v0 if t == 0 else system.argument_at(mpf(t))
            if v is None:
                continue
            values = system.quantities(v)
            if min(abs(x) for x in values[1:]) < mpf(10) ** -250:
                continue
            rows.append([int(start[0]), *map(text, start[1:]), text(t), *map(text, values), *(nstr(x, 6) for x in system.sensitivities(v, mpf(t)))])
    names = ["logit", "output", "residual", "response", "output_response"]
    write("simplified-system.csv", ["squared", "slope", "target", "learning_rate", "initial_logit", "time", *names, *(name + "_sensitivity" for name in names)], rows)


if __name__ == "__main__":
    main()
