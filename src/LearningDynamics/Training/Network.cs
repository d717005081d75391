using System.Globalization;
using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>A feed-forward network of dense layers, behind convolution layers if there are any. Its weights can be read but not written; training works on a copy.</summary>
public sealed class Network
{
    private readonly ConvolutionLayer[] convolutions;
    private readonly DenseLayer[] layers;
    private readonly int widest;

    private Network(DenseLayer[] layers)
        : this([], layers)
    {
    }

    private Network(ConvolutionLayer[] convolutions, DenseLayer[] layers)
    {
        (this.convolutions, this.layers) = (convolutions, layers);
        widest = layers.Max(layer => layer.OutputSize);
    }

    /// <summary>The convolution layers, from the input on; mostly none.</summary>
    public IReadOnlyList<ConvolutionLayer> Convolutions => convolutions;

    /// <summary>The dense layers, up to the output.</summary>
    public IReadOnlyList<DenseLayer> Layers => layers;

    /// <summary>The number of inputs.</summary>
    public int InputSize => convolutions.Length > 0 ? convolutions[0].Input.Size : layers[0].InputSize;

    /// <summary>The number of outputs.</summary>
    public int OutputSize => layers[^1].OutputSize;

    /// <summary>The number of weights and biases, with those that a mask holds at 0.</summary>
    public int ParameterCount => convolutions.Sum(layer => layer.Weights.Length + layer.Bias.Length) + layers.Sum(layer => layer.Weights.Length + layer.Bias.Length);

    /// <summary>A network with given layers, which are copied.</summary>
    /// <param name="layers">At least one layer; each has as many inputs as the one before it has neurons.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit.</exception>
    public static Network FromWeights(params ReadOnlySpan<DenseLayer> layers)
    {
        if (layers.IsEmpty)
            throw new ArgumentException("A network needs at least one layer.", nameof(layers));
        var copies = new DenseLayer[layers.Length];
        for (int k = 0; k < copies.Length; k++)
        {
            if (k > 0 && layers[k].InputSize != layers[k - 1].OutputSize)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Layer {k} has {layers[k].InputSize} inputs and layer {k - 1} has {layers[k - 1].OutputSize} neurons; they must be equal."), nameof(layers));
            copies[k] = layers[k].Clone();
        }

        return new Network(copies);
    }

    /// <summary>The bias-free network f(x) = z.phi(W x) with one hidden layer and one output.</summary>
    /// <param name="hidden">The rows of W: the incoming weights of each hidden neuron, all of one length.</param>
    /// <param name="output">z: one output weight for each hidden neuron.</param>
    /// <param name="activation">phi.</param>
    /// <exception cref="ArgumentException">There is no neuron, or the lengths do not fit.</exception>
    public static Network FromWeights(IReadOnlyList<double[]> hidden, ReadOnlySpan<double> output, Activation activation = Activation.Relu)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        if (hidden.Count == 0)
            throw new ArgumentException("A hidden layer needs at least one neuron.", nameof(hidden));
        int inputSize = hidden[0].Length;
        for (int i = 1; i < hidden.Count; i++)
        {
            if (hidden[i].Length != inputSize)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Neuron {i} has {hidden[i].Length} weights and neuron 0 has {inputSize}; all must have as many."), nameof(hidden));
        }

        return new Network(
        [
            new DenseLayer(inputSize, hidden.Count, [.. hidden.SelectMany(row => row)], activation),
            new DenseLayer(hidden.Count, 1, output),
        ]);
    }

    /// <summary>A network with random weights.</summary>
    /// <param name="widths">The number of inputs, then the number of neurons of every layer: at least two numbers, each at least 1.</param>
    /// <param name="hidden">The activation of every layer but the last.</param>
    /// <param name="initialization">How the weights are drawn.</param>
    /// <param name="seed">The same seed gives the same weights everywhere.</param>
    /// <param name="biased">Whether the layers have biases, which start at 0.</param>
    /// <param name="output">The activation of the last layer.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is below 1.</exception>
    public static Network Create(ReadOnlySpan<int> widths, Activation hidden, Initialization initialization, ulong seed, bool biased = false, Activation output = Activation.Identity)
    {
        if (widths.Length < 2)
            throw new ArgumentException("A network needs a number of inputs and the width of at least one layer.", nameof(widths));
        foreach (int width in widths)
        {
            if (width < 1)
                throw new ArgumentOutOfRangeException(nameof(widths), width, "A width must be at least 1.");
        }

        var random = new RandomStream(seed);
        var drawn = new DenseLayer[widths.Length - 1];
        for (int k = 0; k < drawn.Length; k++)
        {
            double[] weights = initialization.Draw(widths[k], widths[k + 1], random);
            drawn[k] = new DenseLayer(widths[k], widths[k + 1], weights, k == drawn.Length - 1 ? output : hidden, biased ? new double[widths[k + 1]] : []);
        }

        return new Network(drawn);
    }

    /// <summary>The outputs for one input.</summary>
    /// <param name="input">InputSize numbers.</param>
    /// <returns>OutputSize numbers.</returns>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    public double[] Evaluate(ReadOnlySpan<double> input)
    {
        double[] outputs = new double[OutputSize];
        Evaluate(input, outputs);
        return outputs;
    }

    /// <summary>The outputs for one input, written where the caller says. Allocates nothing up to a width of 256, convolution layers apart.</summary>
    /// <param name="input">InputSize numbers.</param>
    /// <param name="outputs">Room for OutputSize numbers.</param>
    /// <exception cref="ArgumentException">The input or the outputs have the wrong length.</exception>
    public void Evaluate(ReadOnlySpan<double> input, Span<double> outputs)
    {
        if (outputs.Length != OutputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is room for {outputs.Length} outputs; the network has {OutputSize}."), nameof(outputs));
        Span<double> scratch = widest <= 256 ? stackalloc double[2 * widest] : new double[2 * widest];
        layers[^1].Apply(Activations(layers.Length - 1, input, scratch), outputs);
    }

    /// <summary>The one output for one input.</summary>
    /// <param name="input">InputSize numbers.</param>
    /// <exception cref="InvalidOperationException">The network has more than one output.</exception>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    public double Logit(ReadOnlySpan<double> input)
    {
        if (OutputSize != 1)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The network has {OutputSize} outputs; a single logit needs a network with one."));
        Span<double> output = stackalloc double[1];
        Evaluate(input, output);
        return output[0];
    }

    /// <summary>A neuron's preactivation for one input: what its activation is applied to.</summary>
    /// <param name="layer">The dense layer, from 0.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The network's input: InputSize numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer or neuron.</exception>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    public double Preactivation(int layer, int neuron, ReadOnlySpan<double> input)
    {
        if ((uint)layer >= (uint)layers.Length)
            throw new ArgumentOutOfRangeException(nameof(layer), layer, string.Create(CultureInfo.InvariantCulture, $"A layer's number lies between 0 and {layers.Length - 1}."));
        Span<double> scratch = widest <= 256 ? stackalloc double[2 * widest] : new double[2 * widest];
        return layers[layer].Preactivation(neuron, Activations(layer, input, scratch));
    }

    /// <summary>A copy that shares nothing with this network.</summary>
    public Network Clone() => new([.. convolutions.Select(layer => layer.Clone())], [.. layers.Select(layer => layer.Clone())]);

    /// <summary>This network behind convolution layers, which are copied: it sees their output in the place of the input.</summary>
    /// <param name="convolutions">The layers, from the input on; each sees the image that the one before it makes.</param>
    /// <exception cref="ArgumentException">Two neighbours do not fit.</exception>
    public Network Behind(params ReadOnlySpan<ConvolutionLayer> convolutions)
    {
        ConvolutionLayer[] all = [.. convolutions, .. this.convolutions];
        for (int k = 1; k < all.Length; k++)
        {
            if (all[k].Input != all[k - 1].Output)
                throw new ArgumentException($"Convolution layer {k} takes {all[k].Input} and layer {k - 1} makes {all[k - 1].Output}; they must be equal.", nameof(convolutions));
        }

        if (all.Length > 0 && all[^1].Output.Size != layers[0].InputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The last convolution layer makes {all[^1].Output.Size} numbers and the first dense layer takes {layers[0].InputSize}; they must be equal."), nameof(convolutions));
        return new([.. all.Select(layer => layer.Clone())], [.. layers.Select(layer => layer.Clone())]);
    }

    /// <summary>Makes sure that there are dense layers alone, where others cannot be computed with.</summary>
    /// <exception cref="NotSupportedException">There is a convolution layer.</exception>
    internal void RequireDense()
    {
        if (convolutions.Length > 0)
            throw new NotSupportedException("Convolution layers are not supported here.");
    }

    /// <summary>What the layer of the given number receives: the input itself, or the activations of the layer before.</summary>
    private ReadOnlySpan<double> Activations(int layer, ReadOnlySpan<double> input, Span<double> scratch)
    {
        if (input.Length != InputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The input has {input.Length} components; the network takes {InputSize}."), nameof(input));
        ReadOnlySpan<double> current = input;
        foreach (ConvolutionLayer convolution in convolutions)
        {
            double[] image = new double[convolution.Output.Size];
            convolution.Apply(current, image);
            current = image;
        }

        for (int k = 0; k < layer; k++)
        {
            Span<double> next = scratch.Slice(k % 2 * widest, layers[k].OutputSize);
            layers[k].Apply(current, next);
            current = next;
        }

        return current;
    }
}
