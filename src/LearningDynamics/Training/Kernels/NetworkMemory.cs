using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>All numbers of a network that is being trained: its parameters, their gradient, and room for a block of examples.</summary>
internal sealed unsafe class NetworkMemory<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Activations and deltas of a block should stay in the first-level cache together with a row or two of weights.
    private const int BlockBytes = 24 * 1024;

    private readonly AlignedBuffer<T> parameters;
    private readonly AlignedBuffer<T> gradient;
    private readonly AlignedBuffer<T> zeros;
    private readonly int[] masked;
    private readonly AlignedBuffer<T>[] activations;
    private readonly AlignedBuffer<T>[] deltas;

    public NetworkMemory(Network network, int exampleCount)
    {
        Layers = LayerLayout.Of(network, MatrixProducts.LaneCount<T>());
        parameters = new AlignedBuffer<T>(Layers[^1].End);
        gradient = new AlignedBuffer<T>(Layers[^1].End);
        InputStride = LayerLayout.Pad(network.InputSize, MatrixProducts.LaneCount<T>());
        zeros = new AlignedBuffer<T>(Math.Max(InputStride, Layers.Max(layer => LayerLayout.Pad(layer.OutputSize, MatrixProducts.LaneCount<T>()))));

        bool[] shares = [.. Layers.Skip(1).Select(above => above.RowPerNeuron), false];
        long rowBytes = sizeof(T) * (InputStride + Layers.Zip(shares, (layer, isShared) => (isShared ? 1L : 2L) * layer.OutputStride).Sum());
        BlockRows = (int)Math.Min(exampleCount, Math.Clamp(BlockBytes / rowBytes / 4 * 4, 4, 256));
        activations = [.. Layers.Select(NewBlock)];
        deltas = [.. activations.Select((own, k) => shares[k] ? own : NewBlock(Layers[k]))];
        masked = [.. MaskedWeights(network)];
        Read(network);
    }

    public LayerLayout[] Layers { get; }

    /// <summary>How far two inputs are apart.</summary>
    public int InputStride { get; }

    /// <summary>The largest number of examples in a block.</summary>
    public int BlockRows { get; }

    public T* Parameters => parameters.Start;

    public T* Gradient => gradient.Start;

    public int ParameterLength => parameters.Length;

    public Rows<T> Weights(LayerLayout layer) => new(Parameters + layer.WeightOffset, layer.WeightStride);

    public Rows<T> WeightGradient(LayerLayout layer) => new(Gradient + layer.WeightOffset, layer.WeightStride);

    /// <summary>The layer's bias, or zeros.</summary>
    public T* Bias(LayerLayout layer) => layer.HasBias ? Parameters + layer.BiasOffset : zeros.Start;

    /// <summary>A row of zeros, as long as the widest layer, or the inputs.</summary>
    public T* Zeros => zeros.Start;

    /// <summary>What a layer puts out for the block.</summary>
    public Rows<T> Activations(int layer) => new(activations[layer].Start, Layers[layer].OutputStride);

    /// <summary>The derivative of the loss by what a layer puts out, or by its preactivations, for the block.</summary>
    /// <remarks>
    /// Below a layer whose weights lie in rows of inputs they share the memory of the activations: a tile finishes derivatives in place, and when it does, nothing else
    /// needs the activations any more.
    /// </remarks>
    public Rows<T> Deltas(int layer) => new(deltas[layer].Start, Layers[layer].OutputStride);

    public void ClearGradient() => gradient.Span.Clear();

    /// <summary>Takes the weights that a mask holds at 0 out of the gradient; no optimiser moves a weight whose gradient was always 0.</summary>
    public void MaskGradient()
    {
        foreach (int index in masked)
            Gradient[index] = T.Zero;
    }

    /// <summary>Copies the parameters into a network of the same shape.</summary>
    public void Write(Network network)
    {
        for (int k = 0; k < Layers.Length; k++)
        {
            LayerLayout layout = Layers[k];
            Span<double> weights = network.Layers[k].WritableWeights;
            for (int neuron = 0; neuron < layout.OutputSize; neuron++)
            {
                for (int input = 0; input < layout.InputSize; input++)
                    weights[(neuron * layout.InputSize) + input] = double.CreateTruncating(Parameters[layout.WeightIndex(neuron, input)]);
            }

            Span<double> bias = network.Layers[k].WritableBias;
            for (int neuron = 0; neuron < bias.Length; neuron++)
                bias[neuron] = double.CreateTruncating(Parameters[layout.BiasOffset + neuron]);
        }
    }

    private void Read(Network network)
    {
        for (int k = 0; k < Layers.Length; k++)
        {
            LayerLayout layout = Layers[k];
            for (int neuron = 0; neuron < layout.OutputSize; neuron++)
            {
                for (int input = 0; input < layout.InputSize; input++)
                    Parameters[layout.WeightIndex(neuron, input)] = T.CreateTruncating(network.Layers[k].Weight(neuron, input));
            }

            ReadOnlySpan<double> bias = network.Layers[k].Bias;
            for (int neuron = 0; neuron < bias.Length; neuron++)
                Parameters[layout.BiasOffset + neuron] = T.CreateTruncating(bias[neuron]);
        }
    }

    private IEnumerable<int> MaskedWeights(Network network) =>
        from k in Enumerable.Range(0, Layers.Length)
        let layer = network.Layers[k]
        from weight in Enumerable.Range(0, layer.Mask.Length)
        where !layer.Mask[weight]
        select Layers[k].WeightIndex(weight / layer.InputSize, weight % layer.InputSize);

    // One vector more than the rows need, because elementwise kernels work on whole vectors.
    private AlignedBuffer<T> NewBlock(LayerLayout layer) => new(((long)BlockRows * layer.OutputStride) + MatrixProducts.LaneCount<T>());
}
