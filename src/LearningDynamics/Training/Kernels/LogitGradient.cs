using System.Numerics.Tensors;

namespace LearningDynamics.Training.Kernels;

/// <summary>The gradient of a network's one output by all weights and biases, at one input. Computed over and over without allocation.</summary>
internal sealed class LogitGradient
{
    private readonly double[][] activations;
    private readonly double[][] deltas;

    /// <summary>Room for the gradient of networks of one shape.</summary>
    public LogitGradient(Network shape)
    {
        shape.RequireDense();
        activations = [.. shape.Layers.Select(layer => new double[layer.OutputSize])];
        deltas = [.. shape.Layers.Select(layer => new double[layer.OutputSize])];
        Weights = [.. shape.Layers.Select(layer => new double[layer.Weights.Length])];
    }

    /// <summary>The gradient by each layer's weights, row by row as the weights are.</summary>
    public double[][] Weights { get; }

    /// <summary>The gradient by each layer's biases; meaningless for a layer without.</summary>
    public double[][] Bias => deltas;

    /// <summary>Computes the gradient.</summary>
    /// <param name="network">The network, of one output.</param>
    /// <param name="input">The input.</param>
    /// <returns>The output there.</returns>
    public double Compute(Network network, ReadOnlySpan<double> input)
    {
        int last = activations.Length - 1;
        for (int k = 0; k <= last; k++)
            network.Layers[k].Apply(k == 0 ? input : activations[k - 1], activations[k]);

        deltas[last][0] = 1;
        for (int k = last; k >= 0; k--)
        {
            DenseLayer layer = network.Layers[k];
            MultiplyByDerivative(layer.Activation, activations[k], deltas[k]);
            ReadOnlySpan<double> below = k == 0 ? input : activations[k - 1];
            for (int neuron = 0; neuron < layer.OutputSize; neuron++)
                TensorPrimitives.Multiply(below, deltas[k][neuron], Weights[k].AsSpan(neuron * layer.InputSize, layer.InputSize));
            RemoveMasked(layer.Mask, Weights[k]);
            if (k > 0)
                PassDown(layer, deltas[k], deltas[k - 1]);
        }

        return activations[last][0];
    }

    /// <summary>A weight that the mask takes away never moves.</summary>
    private static void RemoveMasked(ReadOnlySpan<bool> mask, double[] gradient)
    {
        for (int i = 0; i < mask.Length; i++)
            gradient[i] = mask[i] ? gradient[i] : 0;
    }

    private static void PassDown(DenseLayer layer, double[] deltas, double[] below)
    {
        below.AsSpan().Clear();
        for (int neuron = 0; neuron < layer.OutputSize; neuron++)
            TensorPrimitives.MultiplyAdd(layer.IncomingWeights(neuron), deltas[neuron], below, below);
    }

    /// <summary>phi'(h) is read off a = phi(h).</summary>
    private static void MultiplyByDerivative(Activation activation, double[] outputs, double[] deltas)
    {
        for (int i = 0; i < deltas.Length; i++)
        {
            deltas[i] *= activation switch
            {
                Activation.Relu => outputs[i] > 0 ? 1 : 0,
                Activation.Elu => Math.Min(outputs[i], 0) + 1,
                _ => 1,
            };
        }
    }
}
