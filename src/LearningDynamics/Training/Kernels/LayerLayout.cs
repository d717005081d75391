using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>
/// How a layer's parameters lie in the vector of all parameters. Rows are padded with zeros to whole vectors; every
/// kernel keeps those zeros, so that none needs code for an incomplete last vector.
/// </summary>
internal sealed class LayerLayout
{
    private LayerLayout(DenseLayer layer, int offset, bool isLast, int lanes)
    {
        int paddedInputs = Pad(layer.InputSize, lanes);
        int paddedOutputs = Pad(layer.OutputSize, lanes);
        InputSize = layer.InputSize;
        OutputSize = layer.OutputSize;
        Activation = layer.Activation;
        HasBias = layer.HasBias;
        // The orientation that wastes fewer lanes: rows of inputs for a few neurons, rows of neurons for few inputs.
        RowPerNeuron = layer.OutputSize * (long)paddedInputs < layer.InputSize * (long)paddedOutputs;
        WeightOffset = offset;
        WeightRows = RowPerNeuron ? OutputSize : InputSize;
        WeightStride = RowPerNeuron ? paddedInputs : paddedOutputs;
        BiasOffset = checked(offset + (WeightRows * WeightStride));
        End = HasBias ? checked(BiasOffset + paddedOutputs) : BiasOffset;
        // Outputs that only dot products write and no product reads as vectors need no padding: a loss then sees them side by side.
        OutputStride = isLast && RowPerNeuron ? OutputSize : paddedOutputs;
    }

    /// <summary>The number of inputs.</summary>
    public int InputSize { get; }

    /// <summary>The number of neurons.</summary>
    public int OutputSize { get; }

    /// <summary>What each neuron applies to its preactivation.</summary>
    public Activation Activation { get; }

    /// <summary>Whether there is a bias.</summary>
    public bool HasBias { get; }

    /// <summary>Whether a row of the weight matrix holds the inputs of one neuron, else the neurons of one input.</summary>
    public bool RowPerNeuron { get; }

    /// <summary>Where the weights begin.</summary>
    public int WeightOffset { get; }

    /// <summary>The number of rows of the weight matrix.</summary>
    public int WeightRows { get; }

    /// <summary>The padded length of a row of weights.</summary>
    public int WeightStride { get; }

    /// <summary>Where the bias begins, if there is one.</summary>
    public int BiasOffset { get; }

    /// <summary>How far the outputs of two examples are apart.</summary>
    public int OutputStride { get; }

    /// <summary>Where the next layer's parameters begin.</summary>
    public int End { get; }

    /// <summary>The layouts of all layers of a network, for vectors of so many lanes.</summary>
    public static LayerLayout[] Of(Network network, int lanes)
    {
        network.RequireDense();
        var layouts = new LayerLayout[network.Layers.Count];
        for (int k = 0; k < layouts.Length; k++)
            layouts[k] = new LayerLayout(network.Layers[k], k == 0 ? 0 : layouts[k - 1].End, k == layouts.Length - 1, lanes);
        return layouts;
    }

    /// <summary>Where a weight lies in the vector of all parameters.</summary>
    public int WeightIndex(int neuron, int input) =>
        WeightOffset + (RowPerNeuron ? (neuron * WeightStride) + input : (input * WeightStride) + neuron);

    /// <summary>The least multiple of the number of lanes that holds so many numbers.</summary>
    public static int Pad(int length, int lanes) => checked((length + lanes - 1) / lanes * lanes);
}
