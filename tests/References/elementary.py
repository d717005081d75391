#!/usr/bin/env python3
"""Writes the reference values of the elementary functions in lanes.

    python3 tests/References/elementary.py

needs mpmath alone and rewrites elementary.csv beside it: a double x and each function there to 50 digits, split into the nearest double and what
that double lacks, so that a test can measure errors well below a unit in the last place. A function is left empty where x is outside its domain.
"""

import random

from mpmath import exp, inf, log, log1p, mp, mpf, nstr, tanh

mp.dps = 60

FUNCTIONS = {
    "exp": exp,
    "log": lambda x: log(x) if x > 0 else None,
    "logistic": lambda x: 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x)),
    "softplus": lambda x: x + log1p(exp(-x)) if x > 0 else log1p(exp(x)),
    "tanh": tanh,
}
SMALLEST_NORMAL = 2.0**-1022


def arguments():
    draw = random.Random(20260611).uniform
    signed = lambda size: [size, -size]
    yield from (x for power in range(-40, 3) for x in signed(10.0**power))
    yield from (draw(-1, 1) for _ in range(400))
    yield from (draw(-40, 40) for _ in range(400))
    yield from (draw(-708, 709) for _ in range(200))
    yield from (draw(0.5, 2) for _ in range(300))
    yield from (10.0 ** draw(-307, 308) for _ in range(100))
    yield from (5e-324, 2.2e-308, SMALLEST_NORMAL, 1e-310, 1.7976931348623157e308, 709.782712893384, -745.1332191019411, -708.5, -740.0)


def cells(x):
    for function in FUNCTIONS.values():
        value = function(mpf(x))
        nearest = float(value) if value is not None and abs(value) < mpf(2) ** 1024 * (1 - mpf(2) ** -54) else None
        if nearest is None or (nearest != 0 and abs(nearest) < SMALLEST_NORMAL):
            yield from ("", "")
        else:
            yield from (repr(nearest), nstr(value - mpf(nearest), 5))


def main():
    with open(__file__.replace(".py", ".csv"), "w", newline="\n") as file:
        file.write("x," + ",".join(f"{name},{name}_rest" for name in FUNCTIONS) + "\n")
        for x in arguments():
            file.write(",".join([repr(x), *cells(x)]) + "\n")


main()
