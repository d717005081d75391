#!/usr/bin/env python3
"""Writes the reference recursions of the conformance suite: small networks, trained step by step with 50 digits.

    python3 tests/References/recursions.py

needs mpmath alone, takes some seconds, and rewrites src/LearningDynamics.Conformance/Recursions/recursions.json; the same version writes
the same bytes. A case is a plan, and after some steps, mostly 1, 10 and 1000, the exact weights and how far rounding may carry a trainer from them.

The allowance is first-order error analysis. A step computes each gradient component with at most N roundings, each of relative size u along
its path; so it errs by at most N u times the majorant, which is backpropagation with every number replaced by a bound of its absolute
value. What step k errs, the later steps carry on by the product M of their Jacobians. A weight is off by at most
    N u sum_k sum_l |M_k|_il (|dF_l/dg| majorant + |F_l|)_k
with F the step's map of all that it remembers (weights, velocity, mean squares). N and the sum are in the file as roundings and conditions;
u is 2^-53 in double precision and 2^-24 in single precision. Gates and margins stay clear of their corners by 0.001 throughout.
"""

import json
import math
import pathlib

from mpmath import exp as mp_exp, mp, mpf, nstr, sqrt as mp_sqrt

from random_stream import Random, example_order

mp.dps = 50
DIGITS = 34
CLEARANCE = 1e-3
TARGET = pathlib.Path(__file__).parents[2] / "src/LearningDynamics.Conformance/Recursions/recursions.json"


class Arithmetic:
    """The functions that are not operators, in one kind of number."""

    def __init__(self, number, exp, sqrt):
        self.number, self.exp, self.sqrt = number, exp, sqrt


EXACT = Arithmetic(mpf, mp_exp, mp_sqrt)
QUICK = Arithmetic(float, math.exp, math.sqrt)


def forward(layers, weights, x, a):
    """Preactivations and activations of every layer; weights are one list: each layer's rows, then its biases."""
    hidden, position = [(None, [a.number(v) for v in x])], 0
    for layer in layers:
        n, m = layer["inputs"], layer["outputs"]
        rows = [weights[position + i * n : position + (i + 1) * n] for i in range(m)]
        position += n * m
        bias = weights[position : position + m] if layer["biased"] else [0] * m
        position += m if layer["biased"] else 0
        h = [sum(w * v for w, v in zip(row, hidden[-1][1])) + b for row, b in zip(rows, bias)]
        hidden.append((h, [activate(layer["activation"], v, a) for v in h]))
    return hidden


def activate(name, h, a):
    if name == "relu":
        return h if h > 0 else 0 * h
    if name == "elu":
        return h if h > 0 else a.exp(h) - 1
    return h + 1 if name == "majorant of elu" else h


def derivative(name, h, a):
    if name == "relu":
        return 1 if h > 0 else 0
    if name == "elu":
        return 1 if h > 0 else a.exp(h)
    return 1


def loss_gradient(loss, f, y, a):
    y = [a.number(v) for v in y]
    if loss["name"] == "logistic":
        return [1 / (1 + a.exp(-v)) - t for v, t in zip(f, y)]
    if loss["name"] == "squared-probability":
        shares = [1 / (1 + a.exp(-v)) for v in f]
        return [(q - t) * q * (1 - q) for q, t in zip(shares, y)]
    if loss["name"] == "softmax":
        powers = [a.exp(v - max(f)) for v in f]
        return [p / sum(powers) - t for p, t in zip(powers, y)]
    if loss["name"] == "hinge":
        return [-t if t * v < loss["margin"] else 0 * v for v, t in zip(f, y)]
    return [v - t for v, t in zip(f, y)]


def backward(layers, weights, hidden, delta, slope):
    """The gradient, laid out as the weights are. slope(k, i) is the derivative of neuron i of layer k."""
    parts, position = [], sum(size(layer) for layer in layers)
    for k in range(len(layers) - 1, -1, -1):
        layer = layers[k]
        n, m = layer["inputs"], layer["outputs"]
        position -= size(layer)
        delta = [d * slope(k, i) for i, d in enumerate(delta)]
        exists = layer["mask"] or [1] * (n * m)
        products = [d * v for d in delta for v in hidden[k][1]]
        parts.insert(0, [e * p for e, p in zip(exists, products)] + (delta if layer["biased"] else []))
        delta = [sum(weights[position + i * n + j] * delta[i] for i in range(m)) for j in range(n)]
    return [g for part in parts for g in part]


def size(layer):
    return layer["inputs"] * layer["outputs"] + (layer["outputs"] if layer["biased"] else 0)


def gradient(plan, weights, batch, a):
    total = [a.number(0)] * len(weights)
    scale = a.number(len(plan["inputs"])) / len(batch)
    for j in batch:
        hidden = forward(plan["layers"], weights, plan["inputs"][j], a)
        delta = loss_gradient(plan["loss"], hidden[-1][1], plan["targets"][j], a)
        slope = lambda k, i: derivative(plan["layers"][k]["activation"], hidden[k + 1][0][i], a)
        one = backward(plan["layers"], weights, hidden, delta, slope)
        total = [t + scale * a.number(plan["weights"][j]) * g for t, g in zip(total, one)]
    return total


def majorant(plan, weights, batch):
    """Bounds of absolute values in place of the values. A slope is at most 1 and changes by at most as much as h does; e^h - 1 may err by units of 1.

    A share of softmax changes by at most as much as the output that changes most."""
    absolute = [abs(w) for w in weights]
    linear = [{**layer, "activation": "majorant of elu" if layer["activation"] == "elu" else "identity"} for layer in plan["layers"]]
    total = [0.0] * len(weights)
    for j in batch:
        hidden = forward(linear, absolute, [abs(v) for v in plan["inputs"][j]], QUICK)
        f = hidden[-1][1]
        delta = [1 + (max(f) if plan["loss"]["name"] == "softmax" else v) + abs(t) for v, t in zip(f, plan["targets"][j])]
        one = backward(linear, absolute, hidden, delta, lambda k, i: 1 + hidden[k + 1][1][i])
        total = [t + len(plan["inputs"]) / len(batch) * plan["weights"][j] * g for t, g in zip(total, one)]
    return total


def step(plan, state, k, g, a):
    """The map F from all that is remembered before step k and the gradient to all that is remembered after it."""
    count = len(g)
    w, rule, rate = state[:count], plan["optimizer"], a.number(plan["learningRate"])
    if rule["name"] == "gradient-descent":
        return [v - rate * d for v, d in zip(w, g)]
    if rule["name"] == "momentum":
        m = [a.number(rule["beta"]) * old + d for old, d in zip(state[count:], g)]
        return [v - rate * d for v, d in zip(w, m)] + m
    b1, b2, eps = (a.number(rule[name]) for name in ("beta1", "beta2", "epsilon"))
    m = [b1 * old + (1 - b1) * d for old, d in zip(state[count : 2 * count], g)]
    v = [b2 * old + (1 - b2) * d * d for old, d in zip(state[2 * count :], g)]
    new = [x - rate * (p / (1 - b1**k)) / (a.sqrt(q / (1 - b2**k)) + eps) for x, p, q in zip(w, m, v)]
    return new + m + v


def memory(plan, weights, a):
    extra = {"gradient-descent": 0, "momentum": 1, "adam": 2}[plan["optimizer"]["name"]]
    return [a.number(w) for w in weights] + [a.number(0)] * (extra * len(weights))


def jacobians(plan, state, k, batch, count):
    """dF/dstate with the gradient's own dependence, and dF/dgradient, by differences; they need no more than a few digits."""
    g = gradient(plan, state[:count], batch, QUICK)
    base = step(plan, state, k, g, QUICK)
    by_state, by_gradient = [], []
    for l in range(len(state)):
        h = 1e-7 * max(1e-3, abs(state[l]))
        moved = state[:l] + [state[l] + h] + state[l + 1 :]
        after = step(plan, moved, k, gradient(plan, moved[:count], batch, QUICK) if l < count else g, QUICK)
        by_state.append([(x - y) / h for x, y in zip(after, base)])
    for l in range(count):
        h = 1e-7 * max(1e-3, abs(g[l]))
        after = step(plan, state, k, g[:l] + [g[l] + h] + g[l + 1 :], QUICK)
        by_gradient.append([(x - y) / h for x, y in zip(after, base)])
    return by_state, by_gradient, base


def conditions(plan, trail, last, count):
    """sum_k |M_k| p_k for the weights after the last step, carried backwards: M of the steps behind k, times what k itself may err."""
    width = len(trail[0][0])
    rows = [[1.0 if i == l else 0.0 for l in range(width)] for i in range(count)]
    total = [0.0] * count
    for state, batch, k in reversed(trail[:last]):
        by_state, by_gradient, base = jacobians(plan, state, k, batch, count)
        own = majorant(plan, state[:count], batch)
        error = [abs(base[i]) + sum(abs(by_gradient[l][i]) * own[l] for l in range(count)) for i in range(width)]
        total = [t + sum(abs(r) * e for r, e in zip(row, error)) for t, row in zip(total, rows)]
        rows = [[sum(row[i] * column[i] for i in range(width)) for column in by_state] for row in rows]
    start = trail[0][0]
    return [t + sum(abs(r * s) for r, s in zip(row, start)) for t, row in zip(total, rows)]


def roundings(plan):
    """Roundings along a path: sums, products, an exponential (counted as 4) or two, the loss's quotient, the update. Data and rate are rounded too."""
    forward_path = sum(layer["inputs"] + 8 for layer in plan["layers"])
    backward_path = sum(layer["outputs"] + 8 for layer in plan["layers"])
    return forward_path + backward_path + len(plan["inputs"]) + 16 + 16


def require_clearance(plan, weights):
    for j, x in enumerate(plan["inputs"]):
        hidden = forward(plan["layers"], weights, x, EXACT)
        for layer, (h, _) in zip(plan["layers"], hidden[1:]):
            assert layer["activation"] != "relu" or min(abs(v) for v in h) > CLEARANCE, plan["name"]
        if plan["loss"]["name"] == "hinge":
            assert min(abs(plan["loss"]["margin"] - t * f) for f, t in zip(hidden[-1][1], plan["targets"][j])) > CLEARANCE, plan["name"]


def train(plan):
    weights = [mpf(w) for layer in plan["layers"] for w in layer["weights"] + layer["bias"]]
    count, state, trail, results = len(weights), memory(plan, weights, EXACT), [], []
    batches = example_order(len(plan["inputs"]), plan["batches"], plan["seed"])
    for k in range(1, max(plan["steps"]) + 1):
        require_clearance(plan, state[:count])
        batch = next(batches)
        trail.append(([float(s) for s in state], batch, k))
        state = step(plan, state, k, gradient(plan, state[:count], batch, EXACT), EXACT)
        if k in plan["steps"]:
            values = [nstr(w, DIGITS, strip_zeros=False) for w in state[:count]]
            bounds = [float(f"{c:.4g}") for c in conditions(plan, trail, k, count)]
            results.append({"step": k, "parameters": values, "conditions": bounds})
    print(plan["name"], "worst condition", max(results[-1]["conditions"]), "with", roundings(plan), "roundings")
    del plan["steps"]
    return {**plan, "roundings": roundings(plan), "results": results}


def network(random, widths, activation, biased, mask):
    layers = []
    for k, (n, m) in enumerate(zip(widths, widths[1:])):
        weights = [round((2 * random.uniform() - 1) * 0.9, 3) for _ in range(n * m)]
        exists = mask if k == 0 else []
        weights = [w * e for w, e in zip(weights, exists)] if exists else weights
        bias = [round(random.uniform() - 0.5, 3) for _ in range(m)] if biased else []
        name = "identity" if k == len(widths) - 2 else activation
        layers.append({"inputs": n, "outputs": m, "activation": name, "biased": biased, "weights": weights, "bias": bias, "mask": exists})
    return layers


def case(name, summary, seed, widths, activation, loss, optimizer, rate, examples=4, batches=("full", 0, False), biased=False, plain=False, steps=(1, 10, 1000), mask=()):
    random = Random(seed)
    outputs = widths[-1]
    targets = {
        "logistic": lambda j: [([1.0, 0.0, 1.0] if plain else [1.0, 0.0, 0.75])[(j + i) % 3] for i in range(outputs)],
        "squared-probability": lambda j: [[1.0, 0.0, 0.75][(j + i) % 3] for i in range(outputs)],
        "softmax": lambda j: [1.0 if i == j % outputs else 0.0 for i in range(outputs)],
        "hinge": lambda j: [1.0 if (i + j) % 2 == 0 else -1.0 for i in range(outputs)],
        "squared": lambda j: [round(2 * random.uniform() - 1, 3) for _ in range(outputs)],
    }[loss["name"]]
    shares = [1 if plain else 1 + j % 3 for j in range(examples)]
    return {
        "name": name,
        "summary": summary,
        "layers": network(random, widths, activation, biased, list(mask)),
        "inputs": [[round(3 * random.uniform() - 1.5, 3) for _ in range(widths[0])] for _ in range(examples)],
        "targets": [targets(j) for j in range(examples)],
        "weights": [share / sum(shares) for share in shares],
        "loss": loss,
        "optimizer": optimizer,
        "learningRate": rate,
        "batches": {"kind": batches[0], "size": batches[1], "shuffled": batches[2]},
        "seed": 17,
        "steps": steps,
    }


DESCENT = {"name": "gradient-descent"}
MOMENTUM = {"name": "momentum", "beta": 0.875}
ADAM = {"name": "adam", "beta1": 0.8, "beta2": 0.95, "epsilon": 0.015625}
LOGISTIC, SOFTMAX, SQUARED, PROBABILITY = ({"name": name} for name in ("logistic", "softmax", "squared", "squared-probability"))
HINGE = {"name": "hinge", "margin": 1.0}

# Seeds are those at which no gate and no margin comes near its corner in 1000 steps.
CASES = [
    ("descent-logistic", "One linear layer under the logistic loss, targets 0, 1 and between.", 1, [2, 1], "identity", LOGISTIC, DESCENT, 0.125),
    ("descent-logistic-relu", "A hidden ReLU layer under the logistic loss.", 2, [2, 3, 1], "relu", LOGISTIC, DESCENT, 0.03125),
    ("descent-softmax-elu", "A hidden ELU layer with biases under the softmax loss.", 3, [2, 2, 3], "elu", SOFTMAX, DESCENT, 0.0625, 5, ("full", 0, False), True),
    ("descent-squared-probability", "A hidden ELU layer under the squared loss of a probability.", 16, [2, 2, 1], "elu", PROBABILITY, DESCENT, 0.125),
    ("descent-squared-deep", "Three linear layers under the squared loss.", 4, [2, 2, 2, 1], "identity", SQUARED, DESCENT, 0.03125),
    ("descent-hinge", "One linear layer under the hinge, whose margins are not reached.", 5, [3, 1], "identity", HINGE, DESCENT, 0.0001220703125, 3),
    ("momentum-logistic", "Heavy-ball momentum on a hidden ReLU layer.", 6, [2, 2, 1], "relu", LOGISTIC, MOMENTUM, 0.00390625),
    ("momentum-masked", "Heavy-ball momentum on a hidden layer whose mask takes a third of the weights away: they stay 0.", 15, [3, 3, 1], "identity", LOGISTIC, MOMENTUM, 0.00390625, 4, ("full", 0, False), False, False, (1, 10, 1000), (0, 1, 1, 1, 0, 1, 1, 1, 0)),
    ("momentum-squared", "Heavy-ball momentum on one linear layer with a bias.", 7, [2, 1], "identity", SQUARED, MOMENTUM, 0.015625, 4, ("full", 0, False), True),
    ("adam-logistic", "Adam on one linear layer with a bias.", 8, [2, 1], "identity", LOGISTIC, ADAM, 0.0078125, 4, ("full", 0, False), True),
    ("adam-softmax-elu", "Adam on a hidden ELU layer.", 9, [2, 2, 2], "elu", SOFTMAX, ADAM, 0.001953125),
    ("batches-in-order", "Mini-batches of two of five examples in the data's order: the last one of a pass is smaller.", 10, [2, 1], "identity", LOGISTIC, DESCENT, 0.0625, 5, ("mini", 2, False)),
    ("batches-shuffled", "Mini-batches of three of seven examples in the order that the seed draws.", 11, [2, 1], "identity", SQUARED, DESCENT, 0.0625, 7, ("mini", 3, True)),
    ("single-examples", "Single examples in the data's order.", 12, [3, 1], "identity", LOGISTIC, DESCENT, 0.03125, 4, ("single", 1, False)),
    ("single-examples-plain", "Single examples of equal weight in the data's order, targets 0 and 1, a linear layer with a bias, looked at after whole passes.", 14, [2, 1], "identity", LOGISTIC, DESCENT, 0.03125, 5, ("single", 1, False), True, True, (5, 10, 1000)),
    ("single-examples-shuffled", "Single examples in the order that the seed draws.", 13, [2, 2, 1], "identity", SQUARED, DESCENT, 0.03125, 6, ("single", 1, True)),
]


def find(arguments):
    """The case at the first seed from its own on at which it keeps clear of corners."""
    name, summary, seed, *rest = arguments
    for candidate in range(seed, seed + 5000, 100):
        try:
            return train(case(name, summary, candidate, *rest))
        except AssertionError:
            continue
    raise AssertionError(name)


if __name__ == "__main__":
    document = [find(arguments) for arguments in CASES]
    TARGET.write_text("[\n" + ",\n".join(json.dumps(item) for item in document) + "\n]\n")
