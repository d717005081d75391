using System.Globalization;
using System.Numerics.Tensors;
using LearningDynamics.Data;

namespace LearningDynamics.Training;

/// <summary>
/// The assumptions under which the classes learn as independent modes (Section 3 of arXiv:1809.06848): inputs have positive
/// inner products within a class and none above 0 across classes; every hidden neuron starts active on all examples of exactly one
/// class and on no other; and its output weight has the sign of that class.
/// </summary>
/// <remarks>
/// Under these assumptions Lemma 3.1 keeps both the active class of each neuron and the sign of its output weight for
/// all time. With several outputs, one a class, the sign is that of the class's own output weight.
/// </remarks>
public static class SeparationAssumptions
{
    /// <summary>Finds the assumptions that do not hold.</summary>
    /// <param name="data">The examples: one target number whose sign or value (1 against 0 or -1) tells the class, or one-hot targets.</param>
    /// <param name="network">A bias-free network with one hidden ReLU layer and a linear output layer.</param>
    /// <returns>One sentence for each violation, which names the examples or the neuron; empty if all assumptions hold.</returns>
    /// <exception cref="ArgumentException">The network does not fit the data.</exception>
    public static IReadOnlyList<string> Violations(Dataset data, Network network)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(network);
        if (data.InputSize != network.InputSize || data.TargetSize != network.OutputSize)
            throw new ArgumentException("The network's inputs and outputs must be as many as the data's.", nameof(network));
        int[] classes = [.. Enumerable.Range(0, data.Count).Select(j => ClassOf(data.Target(j)))];
        var violations = new List<string>();
        AddViolationsOfData(data, classes, violations);
        if (!IsOneHiddenReluLayer(network))
        {
            violations.Add("The network is not a bias-free one with one hidden ReLU layer and a linear output layer.");
            return violations;
        }

        for (int neuron = 0; neuron < network.Layers[0].OutputSize; neuron++)
            AddViolationOfNeuron(data, classes, network, neuron, violations);
        return violations;
    }

    private static void AddViolationsOfData(Dataset data, int[] classes, List<string> violations)
    {
        for (int i = 0; i < data.Count; i++)
        {
            for (int j = i; j < data.Count; j++)
            {
                double product = TensorPrimitives.Dot(data.Input(i), data.Input(j));
                if (classes[i] == classes[j] && !(product > 0))
                    violations.Add(Text($"Examples {i} and {j} of class {classes[i]} have the inner product {product}; within a class it must be above 0."));
                else if (classes[i] != classes[j] && !(product <= 0))
                    violations.Add(Text($"Examples {i} of class {classes[i]} and {j} of class {classes[j]} have the inner product {product}; across classes it must be at most 0."));
            }
        }
    }

    private static void AddViolationOfNeuron(Dataset data, int[] classes, Network network, int neuron, List<string> violations)
    {
        bool[] active = [.. Enumerable.Range(0, data.Count).Select(j => network.Preactivation(0, neuron, data.Input(j)) > 0)];
        int first = Array.IndexOf(active, value: true);
        if (first < 0)
        {
            violations.Add(Text($"Hidden neuron {neuron} is active on no example; it must be active on one class."));
            return;
        }

        int own = classes[first];
        for (int j = 0; j < data.Count; j++)
        {
            if (active[j] == (classes[j] == own))
                continue;
            violations.Add(active[j]
                ? Text($"Hidden neuron {neuron} is active on example {first} of class {own} and on example {j} of class {classes[j]}; it must be active on one class only.")
                : Text($"Hidden neuron {neuron} is active on example {first} of class {own} but not on example {j}; it must be active on all of its class."));
            return;
        }

        bool several = network.OutputSize > 1;
        double weight = network.Layers[1].Weight(several ? own : 0, neuron);
        int sign = several || own == 0 ? 1 : -1;
        if (!(sign * weight > 0))
            violations.Add(Text($"Hidden neuron {neuron} is active on class {own} and has the output weight {weight}; it must have that class's sign, {(sign > 0 ? "plus" : "minus")}."));
    }

    /// <summary>The class of a target: 0 for a positive single number and 1 for the others, or the place of the largest component.</summary>
    private static int ClassOf(ReadOnlySpan<double> target) =>
        target.Length == 1 ? (target[0] > 0 ? 0 : 1) : TensorPrimitives.IndexOfMax(target);

    private static bool IsOneHiddenReluLayer(Network network) =>
        network.Layers is [{ HasBias: false, Activation: Activation.Relu }, { HasBias: false, Activation: Activation.Identity }];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
