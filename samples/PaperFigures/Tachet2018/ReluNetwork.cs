using System.Numerics.Tensors;
using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// One hidden ReLU layer and one logit on two classes of examples, as the flow sees them: a vector of all weights, for each neuron its incoming weights and then its output weight.
/// </summary>
internal sealed class ReluNetwork(Dataset data, int neurons)
{
    private readonly int stride = data.InputSize + 1;

    /// <summary>The vector of a network's weights.</summary>
    public double[] WeightsOf(Network network) =>
        [.. Enumerable.Range(0, neurons).SelectMany(neuron => (double[])[.. network.Layers[0].IncomingWeights(neuron), network.Layers[1].Weights[neuron]])];

    /// <summary>The gradient flow of the mean cross-entropy.</summary>
    public void Flow(ReadOnlySpan<double> weights, Span<double> derivative)
    {
        derivative.Clear();
        for (int example = 0; example < data.Count; example++)
        {
            ReadOnlySpan<double> input = data.Input(example);
            double sign = data.Target(example)[0] > 0 ? 1 : -1;
            double pull = sign * Functions.Logistic(-sign * Logit(weights, input)) / data.Count;
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                double preactivation = TensorPrimitives.Dot(Incoming(weights, neuron), input);
                if (preactivation <= 0)
                    continue;
                Span<double> incoming = derivative.Slice(neuron * stride, stride - 1);
                TensorPrimitives.MultiplyAdd(input, pull * Output(weights, neuron), incoming, incoming);
                derivative[((neuron + 1) * stride) - 1] += pull * preactivation;
            }
        }
    }

    /// <summary>Every neuron's preactivation on every example, the example running fastest.</summary>
    public double[] Preactivations(ReadOnlySpan<double> weights)
    {
        double[] preactivations = new double[neurons * data.Count];
        for (int gate = 0; gate < preactivations.Length; gate++)
            preactivations[gate] = TensorPrimitives.Dot(Incoming(weights, gate / data.Count), data.Input(gate % data.Count));
        return preactivations;
    }

    /// <summary>Every neuron's output weight.</summary>
    public double[] Outputs(ReadOnlySpan<double> weights)
    {
        double[] outputs = new double[neurons];
        for (int neuron = 0; neuron < neurons; neuron++)
            outputs[neuron] = Output(weights, neuron);
        return outputs;
    }

    /// <summary>The logit of an input.</summary>
    public double Logit(ReadOnlySpan<double> weights, ReadOnlySpan<double> input)
    {
        double logit = 0;
        for (int neuron = 0; neuron < neurons; neuron++)
            logit += Output(weights, neuron) * Math.Max(0, TensorPrimitives.Dot(Incoming(weights, neuron), input));
        return logit;
    }

    private ReadOnlySpan<double> Incoming(ReadOnlySpan<double> weights, int neuron) => weights.Slice(neuron * stride, stride - 1);

    private double Output(ReadOnlySpan<double> weights, int neuron) => weights[((neuron + 1) * stride) - 1];
}
