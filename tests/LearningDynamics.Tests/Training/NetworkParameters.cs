using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>A network's parameters as one vector: layer by layer, the weights row by row, then the bias.</summary>
internal static class NetworkParameters
{
    public static double[] Parameters(this Network network)
    {
        var parameters = new List<double>();
        foreach (DenseLayer layer in network.Layers)
        {
            parameters.AddRange(layer.Weights);
            parameters.AddRange(layer.Bias);
        }

        return [.. parameters];
    }

    public static Network WithParameters(this Network network, double[] parameters)
    {
        var layers = new DenseLayer[network.Layers.Count];
        int next = 0;
        for (int k = 0; k < layers.Length; k++)
        {
            DenseLayer layer = network.Layers[k];
            ReadOnlySpan<double> weights = parameters.AsSpan(next, layer.Weights.Length);
            ReadOnlySpan<double> bias = parameters.AsSpan(next + weights.Length, layer.Bias.Length);
            layers[k] = new DenseLayer(layer.InputSize, layer.OutputSize, weights, layer.Activation, bias, layer.Mask);
            next += weights.Length + bias.Length;
        }

        return Network.FromWeights(layers);
    }
}
