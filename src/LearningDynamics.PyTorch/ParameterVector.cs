using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>All parameters in one vector, layer after layer, each layer's weights row by row and then its bias; and the network that they make.</summary>
internal sealed class ParameterVector(Network shape)
{
    public static bool IsFinite(ReadOnlySpan<double> parameters)
    {
        foreach (double parameter in parameters)
        {
            if (!double.IsFinite(parameter))
                return false;
        }

        return true;
    }

    /// <summary>The network that training starts from: in single precision its rounded weights.</summary>
    public Network Start(Precision precision)
    {
        double[] parameters = [.. shape.Layers.SelectMany(layer => (double[])[.. layer.Weights, .. layer.Bias])];
        if (precision == Precision.Single)
        {
            foreach (ref double parameter in parameters.AsSpan())
                parameter = (float)parameter;
        }

        return ToNetwork(parameters);
    }

    /// <summary>The network with given parameters.</summary>
    public Network ToNetwork(ReadOnlySpan<double> parameters)
    {
        var layers = new DenseLayer[shape.Layers.Count];
        for (int k = 0; k < layers.Length; k++)
        {
            DenseLayer layer = shape.Layers[k];
            ReadOnlySpan<double> weights = parameters[..layer.Weights.Length];
            ReadOnlySpan<double> bias = parameters.Slice(weights.Length, layer.Bias.Length);
            parameters = parameters[(weights.Length + bias.Length)..];
            layers[k] = new DenseLayer(layer.InputSize, layer.OutputSize, weights, layer.Activation, bias);
        }

        return Network.FromWeights(layers);
    }
}
