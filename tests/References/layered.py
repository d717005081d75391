"""Reference solution of balanced depth, by Kummer's function, exponential integrals and Lambert's W."""

from mpmath import ei, exp, hyp1f1, lambertw, log, mpf

from numbers_to_60_digits import root, sigma


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
