using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance.Tests;

/// <summary>Backpropagation, one example after the other.</summary>
internal static class Gradients
{
    /// <summary>The gradient that a step on a batch uses, laid out as a <see cref="ParameterVector"/>.</summary>
    public static double[] Of(TrainingPlan plan, Network network, int[] batch, bool withBias)
    {
        double[] sum = new double[network.ParameterCount];
        foreach (int example in batch)
        {
            double weight = plan.Data.Weights[example] * plan.Data.Count / batch.Length;
            double[] one = Of(plan.Loss, network, plan.Data.Input(example).ToArray(), plan.Data.Target(example).ToArray(), withBias);
            for (int i = 0; i < sum.Length; i++)
                sum[i] += weight * one[i];
        }

        return sum;
    }

    private static double[] Of(Loss loss, Network network, double[] input, double[] target, bool withBias)
    {
        List<double[]> activations = [input];
        foreach (DenseLayer layer in network.Layers)
            activations.Add([.. Enumerable.Range(0, layer.OutputSize).Select(neuron => Activate(layer, neuron, activations[^1]))]);

        double[] delta = [.. activations[^1].Zip(target, (output, wanted) => (loss is LogisticLoss ? Functions.Logistic(output) : output) - wanted)];
        var parts = new Stack<double[]>();
        for (int k = network.Layers.Count - 1; k >= 0; k--)
        {
            DenseLayer layer = network.Layers[k];
            delta = [.. delta.Select((value, neuron) => layer.Activation == Activation.Relu && activations[k + 1][neuron] <= 0 ? 0 : value)];
            double[] bias = layer.HasBias ? [.. delta.Select(value => withBias ? value : 0)] : [];
            parts.Push([.. delta.SelectMany(value => activations[k].Select(seen => value * seen)), .. bias]);
            delta = [.. Enumerable.Range(0, layer.InputSize).Select(seen => delta.Select((value, neuron) => value * layer.Weight(neuron, seen)).Sum())];
        }

        return [.. parts.SelectMany(part => part)];
    }

    private static double Activate(DenseLayer layer, int neuron, double[] inputs)
    {
        double h = layer.HasBias ? layer.Bias[neuron] : 0;
        for (int i = 0; i < inputs.Length; i++)
            h += layer.Weight(neuron, i) * inputs[i];
        return layer.Activation == Activation.Relu ? Math.Max(h, 0) : h;
    }
}
