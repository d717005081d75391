#!/usr/bin/env python3
"""Runs the four workloads of docs/guide/performance.md by LearningDynamics and by hand-written C++, in turn, and prints a table of medians.

Usage: tests/Benchmarks/compare.py [--rounds 7] [--only W1,W3] [--busy]
--busy divides by processor time instead of time on the clock, for a machine that other programs use too; for one thread only.
Needs the .NET SDK, g++, make and Boost's headers. Each program prints one line of JSON a run."""
import argparse
import json
import pathlib
import resource
import statistics
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "artifacts" / "peers"
OURS = HERE / "bin" / "Release" / "net10.0" / "LearningDynamics.Benchmarks"

# Workload, precision and threads; the peer's command; our own options; the ratio to the peer that is aimed at.
COMPARISONS = [
    ("W1", "double", 1, "w1_rk4 --h 0.2 --threads 1", "", 1.0),
    ("W1", "double", 1, "w1_odeint --threads 1", "", 7.35),
    ("W1", "double", 2, "w1_rk4 --h 0.2 --threads 2", "--threads 2", 0.96),
    ("W2", "double", 1, "w2_odeint dopri5", "", 1.45),
    ("W3", "double", 1, "w3_tuned f64", "", 1.0),
    ("W3", "float", 1, "w3_tuned f32", "--single", 1.0),
    ("W4", "double", 1, "w4_boost 1", "", 2.78),
    ("W4", "double", 2, "w4_boost 2", "--threads 2", 2.78),
]


def rate(command, busy):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    line = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return line["items"] / (line.get("cpu_s", spent) if busy else line["wall_s"])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--only", default="W1,W2,W3,W4")
    options.add_argument("--busy", action="store_true")
    chosen = options.parse_args()
    subprocess.run(["make", "-s", "-C", HERE / "Peers", f"BUILD={BUILD}"], check=True)
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "-nologo", HERE], check=True)
    print("| workload | precision | threads | peer | peer, items/s | ours, items/s | ratio | aim |\n|---|---|---|---|---|---|---|---|")
    for workload, precision, threads, peer, ours, aim in COMPARISONS:
        if workload not in chosen.only.split(",") or (chosen.busy and threads > 1):
            continue
        theirs, own = [], []
        for _ in range(chosen.rounds):
            theirs.append(rate([BUILD / peer.split()[0], *peer.split()[1:]], chosen.busy))
            own.append(rate([OURS, "workload", workload, *ours.split()], chosen.busy))
        left, right = statistics.median(theirs), statistics.median(own)
        print(f"| {workload} | {precision} | {threads} | {peer.split()[0]} | {left:.3g} | {right:.3g} | {right / left:.2f} | {aim:.2f} |", flush=True)


main()
