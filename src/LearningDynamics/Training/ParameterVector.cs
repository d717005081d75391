namespace LearningDynamics.Training;

/// <summary>
/// All parameters of a network in one vector, layer after layer from the input on, each layer's weights row by row and then its bias: the form in which
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
    public double[] ToArray() =>
    [
        .. shape.Convolutions.SelectMany(layer => (double[])[.. layer.Weights, .. layer.Bias]),
        .. shape.Layers.SelectMany(layer => (double[])[.. layer.Weights, .. layer.Bias]),
    ];

    /// <summary>The network with given parameters.</summary>
    /// <param name="parameters">As many finite numbers as the network has weights and biases.</param>
    public Network ToNetwork(ReadOnlySpan<double> parameters)
    {
        var convolutions = new ConvolutionLayer[shape.Convolutions.Count];
        for (int k = 0; k < convolutions.Length; k++)
        {
            ConvolutionLayer layer = shape.Convolutions[k];
            convolutions[k] = layer.With(Next(ref parameters, layer.Weights.Length), Next(ref parameters, layer.Bias.Length));
        }

        var layers = new DenseLayer[shape.Layers.Count];
        for (int k = 0; k < layers.Length; k++)
        {
            DenseLayer layer = shape.Layers[k];
            ReadOnlySpan<double> weights = Next(ref parameters, layer.Weights.Length);
            layers[k] = new DenseLayer(layer.InputSize, layer.OutputSize, weights, layer.Activation, Next(ref parameters, layer.Bias.Length), layer.Mask);
        }

        var network = Network.FromWeights(layers);
        return convolutions.Length > 0 ? network.Behind(convolutions) : network;
    }

    private static ReadOnlySpan<double> Next(ref ReadOnlySpan<double> parameters, int count)
    {
        ReadOnlySpan<double> next = parameters[..count];
        parameters = parameters[count..];
        return next;
    }
}
