"""Trains plans with PyTorch: the Python side of LearningDynamics.PyTorch. It needs Python 3.7 and torch 1.13, or newer, and nothing else.

Plans come in on standard input and results go out on standard output, one JSON object a line. Vectors of numbers are the bytes of
doubles in base64, so that no bit is lost. Plans of one shape may come as a stack: one object, whose vectors are those of all plans, one after the
other; every tensor then has a first dimension that counts the plans. The last line of a plan is {"done": ...}, {"failed": ...} or one with "finite": false; then the
next plan may come. The end of standard input ends the program.
"""

import base64
import ctypes
import json
import os
import platform
import signal
import sys
import time
from array import array

# How long to gather results before they are sent, in seconds, and how many numbers to gather at most.
SEND_INTERVAL = 0.2
SEND_NUMBERS = 100_000

# What anything else prints must not come between the lines of results.
results = os.fdopen(os.dup(1), "w", encoding="ascii")
os.dup2(2, 1)

# Without this, cuBLAS may add in another order each time.
os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")

# Ctrl+C reaches every process of a terminal. When to stop is decided by the program that sent the plan.
signal.signal(signal.SIGINT, signal.SIG_IGN)


def send(**message):
    results.write(json.dumps(message) + "\n")
    results.flush()


try:
    import torch
    import torch.nn.functional as F
except ImportError as problem:
    send(absent=str(problem), python=platform.python_version())
    sys.exit()


def numbers(text):
    return array("d", base64.b64decode(text))


def matrix(text, stack, columns, kind):
    return torch.tensor(numbers(text), dtype=torch.float64).view(*stack, -1, columns).to(**kind)


def stack_of(plan):
    """The first dimension of every tensor, if there are several plans."""
    return [plan["stack"]] if plan["stack"] else []


def text_of(tensor):
    flat = tensor.cpu().double().contiguous()
    return base64.b64encode(ctypes.string_at(flat.data_ptr(), 8 * flat.numel())).decode()


class Parameters:
    """All weights and biases in one vector for each plan, layer after layer, and views of it that gradients are taken by."""

    def __init__(self, plan, kind):
        convolutions, layers, stack = plan["convolutions"], plan["layers"], stack_of(plan)
        texts = [text for layer in convolutions + layers for text in (layer["weights"], layer["bias"]) if text]
        start = [torch.tensor(numbers(text), dtype=torch.float64).view(*stack, -1) for text in texts]
        self.vector = torch.cat(start, dim=-1).to(**kind)
        parts = iter(self.vector.split([part.shape[-1] for part in start], dim=-1))
        self.leaves = []
        self.layers = []
        for layer in convolutions:
            weights = self.leaf(next(parts).view(layer["channels"], -1, layer["kernelSize"], layer["kernelSize"]))
            bias = self.leaf(next(parts)) if layer["bias"] else None
            self.layers.append(convolution(layer, weights, bias))
        for layer in layers:
            weights = self.leaf(next(parts).view(*stack, layer["outputs"], layer["inputs"]))
            bias = self.leaf(next(parts)) if layer["bias"] else None
            mask = matrix(layer["mask"], [], layer["inputs"], kind) if layer["mask"] else None
            self.layers.append(stacked(layer, weights, bias) if stack else dense(layer, weights, bias, mask))

    def leaf(self, view):
        self.leaves.append(view.detach().requires_grad_())
        return self.leaves[-1]

    def outputs(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


ACTIVATIONS = {"identity": lambda x: x, "relu": torch.relu, "elu": F.elu}


def dense(layer, weights, bias, mask):
    activation = ACTIVATIONS[layer["activation"]]
    if mask is not None:
        # A weight that the mask takes away then has the gradient 0, and no optimiser moves it.
        return lambda x: activation(F.linear(x, weights * mask, bias))
    return lambda x: activation(F.linear(x, weights, bias))


def stacked(layer, weights, bias):
    activation = ACTIVATIONS[layer["activation"]]
    if bias is None:
        return lambda x: activation(torch.bmm(x, weights.transpose(1, 2)))
    return lambda x: activation(torch.baddbmm(bias.unsqueeze(1), x, weights.transpose(1, 2)))


def convolution(layer, weights, bias):
    activation, image, stride, padding = ACTIVATIONS[layer["activation"]], layer["image"], layer["stride"], layer["padding"]
    return lambda x: activation(F.conv2d(x.view(-1, *image), weights, bias, stride, padding)).flatten(1)


class Data:
    """The examples. A target and a weight are a row each, as wide as the network's outputs."""

    def __init__(self, plan, kind):
        stack = stack_of(plan)
        self.inputs = matrix(plan["inputs"], stack, plan["inputSize"], kind)
        self.targets = matrix(plan["targets"], stack, plan["targetSize"], kind)
        self.weights = matrix(plan["weights"], stack, 1, kind).expand_as(self.targets)

    @property
    def count(self):
        return self.inputs.shape[-2]

    def batch(self, examples):
        """Some examples, their weights scaled so that their sum estimates the one over all."""
        part = object.__new__(Data)
        part.inputs, part.targets = self.inputs[..., examples, :], self.targets[..., examples, :]
        part.weights = self.weights[..., examples, :] * (self.count / len(examples))
        return part


# A loss is a function of the outputs and, for each of its values, a weight: it is the sum of the products. So it takes no call to
# multiply, to add and to go back through both, which for small networks would cost as much as the network.


def logistic(data):
    """Cross-entropy of each output as a logit, by way of the logarithm of the sigmoid, whose gradient keeps its digits near 0."""
    if bool(((data.targets == 0) | (data.targets == 1)).all()):
        signs = 2 * data.targets - 1
        return lambda f: F.logsigmoid(signs * f), -data.weights
    rest = 1 - data.targets
    return lambda f: data.targets * F.logsigmoid(f) + rest * F.logsigmoid(-f), -data.weights


def softmax(data):
    return lambda f: F.log_softmax(f, dim=-1), -data.weights * data.targets


def hinge(margin):
    return lambda data: (lambda f: torch.relu(margin - data.targets * f), data.weights)


def squared(data):
    return lambda f: (f - data.targets).square(), data.weights / 2


def squared_probability(data):
    """Written so that neither the difference nor its slope cancels where a probability is near a target of 0 or 1."""
    rest = 1 - data.targets
    return lambda f: (torch.sigmoid(f) * rest - torch.sigmoid(-f) * data.targets).square(), data.weights / 2


LOSSES = {"logistic": logistic, "softmax": softmax, "squared": squared, "squared-probability": squared_probability}


def loss_of(plan):
    loss = plan["loss"]
    return hinge(loss["margin"]) if loss["name"] == "hinge" else LOSSES[loss["name"]]


def update_of(plan, leaves):
    """What a step does with the gradients."""
    rule, rate = plan["optimizer"], plan["learningRate"]
    if rule["name"] == "gradient-descent" and plan["stack"]:
        rates = torch.tensor(numbers(plan["learningRates"]), dtype=torch.float64).to(leaves[0])
        moves = [(leaf.detach(), -rates.view(-1, *[1] * (leaf.dim() - 1))) for leaf in leaves]

        def descend_each(gradients):
            for (weight, factor), gradient in zip(moves, gradients):
                weight.addcmul_(gradient, factor)

        return descend_each

    if rule["name"] == "gradient-descent":
        # As torch.optim.SGD does it, without its cost, which is large for small networks.
        weights = [leaf.detach() for leaf in leaves]

        def descend(gradients):
            for weight, gradient in zip(weights, gradients):
                weight.sub_(gradient, alpha=rate)

        return descend

    if rule["name"] == "momentum":
        optimizer = torch.optim.SGD(leaves, lr=rate, momentum=rule["beta"])
    else:
        optimizer = torch.optim.Adam(leaves, lr=rate, betas=(rule["beta1"], rule["beta2"]), eps=rule["epsilon"])

    def update(gradients):
        for leaf, gradient in zip(leaves, gradients):
            leaf.grad = gradient
        optimizer.step()

    return update


def losses(plan, data):
    """The inputs, the loss and its weights for one step after the other."""
    loss, size, count = loss_of(plan), plan["batchSize"], data.count
    if size == count and not plan["shuffled"]:
        of_all = loss(data)
        while True:
            yield (data.inputs, *of_all)
    while True:
        for order in orders(count) if plan["shuffled"] else [list(range(count))]:
            for first in range(0, count, size):
                batch = data.batch(order[first : first + size])
                yield (batch.inputs, *loss(batch))


def orders(count):
    """The order of the examples in the next passes, which the other side draws."""
    send(need="orders")
    examples = json.loads(sys.stdin.readline())["orders"]
    return [examples[first : first + count] for first in range(0, len(examples), count)]


class Observations:
    """Gathers the weights at the observed steps and sends them many at a time; says where training is when there is nothing to see."""

    def __init__(self, observe, vector):
        self.interval, self.steps = observe.get("every"), iter(observe.get("at", []))
        self.vector = vector
        self.rows = torch.empty(max(1, min(1000, SEND_NUMBERS // vector.numel())), *vector.shape, dtype=vector.dtype, device=vector.device)
        self.places = self.rows.unbind()
        self.used = 0
        self.sent = time.monotonic()
        self.following = self.next_after(0)

    def next_after(self, step):
        return step + self.interval if self.interval else next(self.steps, None)

    def look(self, step):
        if step == self.following:
            self.places[self.used].copy_(self.vector)
            self.used += 1
            self.following = self.next_after(step)
            if self.used == len(self.places):
                self.flush(step)
        if time.monotonic() - self.sent > SEND_INTERVAL:
            self.flush(step)

    def flush(self, step):
        finite = bool(torch.isfinite(self.vector).all())
        send(step=step, parameters=text_of(self.rows[: self.used]), finite=finite)
        if not finite:
            raise FloatingPointError
        self.used = 0
        self.sent = time.monotonic()


def train(plan):
    kind = {"dtype": torch.float32 if plan["precision"] == "single" else torch.float64, "device": plan["device"]}
    parameters = Parameters(plan, kind)
    update = update_of(plan, parameters.leaves)
    observations = Observations(plan["observe"], parameters.vector)
    batches = losses(plan, Data(plan, kind))
    for step in range(1, plan["steps"] + 1):
        inputs, loss, weights = next(batches)
        update(torch.autograd.grad(loss(parameters.outputs(inputs)), parameters.leaves, weights))
        observations.look(step)
    observations.flush(plan["steps"])
    send(done=text_of(parameters.vector))


def main():
    # One thread and no choice among algorithms: equal plans give equal bits.
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    devices = ["cpu", "cuda"] if torch.cuda.is_available() else ["cpu"]
    send(torch=torch.__version__, python=platform.python_version(), devices=devices)
    for line in sys.stdin:
        try:
            train(json.loads(line))
        except FloatingPointError:
            pass  # What was sent said so.
        except (RuntimeError, MemoryError) as problem:
            send(failed=f"{type(problem).__name__}: {problem}")


main()
