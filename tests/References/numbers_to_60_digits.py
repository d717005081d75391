"""Working precision, the logistic function and a root finder, shared by the reference solutions."""

from mpmath import exp, mp, mpf

mp.dps = 60


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
