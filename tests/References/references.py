#!/usr/bin/env python3
"""Writes the reference values that the closed forms in src/LearningDynamics/Theory are tested against.

    python3 tests/References/references.py

needs mpmath alone, takes a minute, and rewrites the CSV files beside it; the same version writes the same bytes.
Inputs are the exact doubles that they read back to; results have 34 digits, computed with 60.

The library integrates over intrinsic time. Here time is integrated over the logit instead,
    t = (1/p) * integral of (1 + e^v) / sqrt(C^2 + 4 n^2 v^2) dv,
by Gauss-Legendre quadrature between decades, with exponential integrals where C = 0 and with Kummer's function for depth. A few runs are
also compared with a Taylor-series integration of the raw equations for y and z (see check_against_the_flow).
"""

import csv
import pathlib

from mpmath import inf, mp, mpf, nstr, sqrt

from layered import Layered
from lined_up import Class, check_against_the_flow

DIGITS = 34
FOLDER = pathlib.Path(__file__).parent


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


def times_for(system):
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
        for t in times_for(system):
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
