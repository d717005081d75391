using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>
/// Backpropagation with every number replaced by a bound of its absolute value. With n roundings of relative size u along a
/// path, the error of a derivative is at most n u times its majorant, to first order in u.
/// </summary>
internal static class GradientMajorant
{
    public static double[] Of(Network network, Dataset data)
    {
        double[] sum = new double[network.ParameterCount];
        for (int j = 0; j < data.Count; j++)
        {
            double[] one = OfExample(network, data.Input(j).ToArray(), data.Target(j).ToArray());
            for (int i = 0; i < sum.Length; i++)
                sum[i] += data.Weights[j] * one[i];
        }

        return sum;
    }

    private static double[] OfExample(Network network, double[] input, double[] target)
    {
        // |phi(h)| <= |h| for all three activations.
        var values = new List<double[]> { Absolute(input) };
        foreach (DenseLayer layer in network.Layers)
            values.Add([.. Enumerable.Range(0, layer.OutputSize).Select(i => Bias(layer, i) + Enumerable.Range(0, layer.InputSize).Sum(k => Math.Abs(layer.Weight(i, k)) * values[^1][k]))]);

        // Every loss has a derivative of at most 1 + |f - y|, whose own derivative is at most 1.
        double[] deltas = [.. values[^1].Select((f, k) => 1 + f + Math.Abs(target[k]))];
        var gradient = new List<double>();
        for (int layer = network.Layers.Count - 1; layer >= 0; layer--)
        {
            DenseLayer current = network.Layers[layer];
            // phi' is at most 1 and changes by at most as much as h does: an error n u |h| of h counts like n roundings of 1 + |h|.
            deltas = [.. deltas.Select((delta, i) => delta * (1 + values[layer + 1][i]))];
            double[] above = deltas;
            IEnumerable<double> weights = Enumerable.Range(0, current.OutputSize).SelectMany(i => values[layer].Select(value => above[i] * value));
            gradient.InsertRange(0, weights.Concat(current.HasBias ? above : []));
            deltas = [.. Enumerable.Range(0, current.InputSize).Select(k => Enumerable.Range(0, current.OutputSize).Sum(i => Math.Abs(current.Weight(i, k)) * above[i]))];
        }

        return [.. gradient];
    }

    private static double[] Absolute(double[] values) => [.. values.Select(Math.Abs)];

    private static double Bias(DenseLayer layer, int neuron) => layer.HasBias ? Math.Abs(layer.Bias[neuron]) : 0;
}
