namespace LearningDynamics.Training;

/// <summary>
/// All parameters of a network in one vector, layer after layer, each layer's weights row by row and then its bias: the form in which
/// trainers hand them to other software and take them back.
/// </summary>
/// <param name="shape">A network of the shape in question; its weights matter to <see cref="Start"/> alone.</param>
public sealed class ParameterVector(Network shape)
{
    /// <summary>Whether every parameter is finite.</summary>
    /// <param name="parameters">The parameters.</param>
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
    /// <param name="precision">The precision of the training.</param>
    public Network Start(Precision precision)
    {
        double[] parameters = ToArray();
        if (precision == Precision.Single)
        {
            foreach (ref double parameter in parameters.AsSpan())
                parameter = (float)parameter;
        }

        return ToNetwork(parameters);
    }

    /// <summary>The parameters of the network that this was created from.</summary>
    public double[] ToArray() => [.. shape.Layers.SelectMany(layer => (double[])[.. layer.Weights, .. layer.Bias])];

    /// <summary>The network with given parameters.</summary>
    /// <param name="parameters">As many finite numbers as the network has weights and biases.</param>
    public Network ToNetwork(ReadOnlySpan<double> parameters)
    {
        var layers = new DenseLayer[shape.Layers.Count];
        for (int k = 0; k < layers.Length; k++)
        {
            DenseLayer layer = shape.Layers[k];
            ReadOnlySpan<double> weights = parameters[..layer.Weights.Length];
            ReadOnlySpan<double> bias = parameters.Slice(weights.Length, layer.Bias.Length);
            parameters = parameters[(weights.Length + bias.Length)..];
            layers[k] = new DenseLayer(layer.InputSize, layer.OutputSize, weights, layer.Activation, bias, layer.Mask);
        }

        return Network.FromWeights(layers);
    }
}
