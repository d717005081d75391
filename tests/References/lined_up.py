"""Reference solution of a class of lined-up examples, by integrating time over the logit between deaths."""

from mpmath import e1, ei, exp, inf, log, mpf, quad, sqrt

from numbers_to_60_digits import root, sigma


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
        assert error <= mpf(10) ** -50 * abs(value), (v, w, error)
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
