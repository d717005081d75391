using System.Globalization;
using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>The shape of an image: its numbers lie channel by channel, each row by row.</summary>
/// <param name="Channels">The number of channels, at least 1.</param>
/// <param name="Height">The number of rows, at least 1.</param>
/// <param name="Width">The number of columns, at least 1.</param>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>How many numbers an image has.</summary>
    public int Size => checked(Channels * Height * Width);
}

/// <summary>
/// A layer of neurons that share their weights: a_c(p) = phi(b_c + sum_d sum_q K_cd(q) x_d(s p + q - r)) for each output channel c and place p, with a square
/// kernel K, the stride s and r rows and columns of zeros around the image. This is the cross-correlation that libraries call convolution.
/// </summary>
public sealed class ConvolutionLayer
{
    private readonly double[] weights;
    private readonly double[] bias;

    /// <summary>Creates a layer from its weights, which are copied.</summary>
    /// <param name="input">The shape of the images that come in.</param>
    /// <param name="channels">The number of channels that go out, at least 1.</param>
    /// <param name="kernelSize">The number of rows and of columns of a kernel, at least 1 and at most those of the image with its padding.</param>
    /// <param name="weights">K: for each output channel, for each input channel, the kernel row by row; finite numbers.</param>
    /// <param name="activation">phi.</param>
    /// <param name="bias">b: one finite number for each output channel; empty for a layer without a bias.</param>
    /// <param name="stride">How many places of the image lie between two of the output, at least 1.</param>
    /// <param name="padding">How many rows and columns of zeros are put around the image, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is outside its domain, or the activation is none of the known ones.</exception>
    /// <exception cref="ArgumentException">There are too few or too many weights or biases, or one is not finite.</exception>
    public ConvolutionLayer(ImageShape input, int channels, int kernelSize, ReadOnlySpan<double> weights, Activation activation = Activation.Identity, ReadOnlySpan<double> bias = default, int stride = 1, int padding = 0)
    {
        if (input.Channels < 1 || input.Height < 1 || input.Width < 1)
            throw new ArgumentOutOfRangeException(nameof(input), input, "An image has at least 1 channel, row and column.");
        RequireAtLeast(1, channels, nameof(channels));
        RequireAtLeast(0, padding, nameof(padding));
        RequireAtLeast(1, stride, nameof(stride));
        int largest = Math.Min(input.Height, input.Width) + (2 * padding);
        if (kernelSize < 1 || kernelSize > largest)
            throw new ArgumentOutOfRangeException(nameof(kernelSize), kernelSize, string.Create(CultureInfo.InvariantCulture, $"A kernel has from 1 to {largest} rows here."));
        if (activation is < Activation.Identity or > Activation.Elu)
            throw new ArgumentOutOfRangeException(nameof(activation), activation, "The activation must be Identity, Relu or Elu.");
        int count = checked(channels * input.Channels * kernelSize * kernelSize);
        if (weights.Length != count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {weights.Length} weights; {channels} by {input.Channels} kernels of {kernelSize} by {kernelSize} have {count}."), nameof(weights));
        if (!bias.IsEmpty && bias.Length != channels)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {bias.Length} biases for {channels} channels."), nameof(bias));
        DenseLayer.RequireFinite(weights, nameof(weights));
        DenseLayer.RequireFinite(bias, nameof(bias));
        (Input, KernelSize, Stride, Padding, Activation) = (input, kernelSize, stride, padding, activation);
        Output = new(channels, Places(input.Height), Places(input.Width));
        this.weights = weights.ToArray();
        this.bias = bias.ToArray();
    }

    /// <summary>The shape of the images that come in.</summary>
    public ImageShape Input { get; }

    /// <summary>The shape of the images that go out.</summary>
    public ImageShape Output { get; }

    /// <summary>The number of rows and of columns of a kernel.</summary>
    public int KernelSize { get; }

    /// <summary>How many places of the image lie between two of the output.</summary>
    public int Stride { get; }

    /// <summary>How many rows and columns of zeros are put around the image.</summary>
    public int Padding { get; }

    /// <summary>What each neuron applies to its preactivation.</summary>
    public Activation Activation { get; }

    /// <summary>Whether the layer has a bias.</summary>
    public bool HasBias => bias.Length > 0;

    /// <summary>K: for each output channel, for each input channel, the kernel row by row.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>b: one number for each output channel, or none.</summary>
    public ReadOnlySpan<double> Bias => bias;

    /// <summary>A layer with random weights. A neuron's inputs, for <see cref="Initialization.FanIn"/>, are those that its kernels cover.</summary>
    /// <param name="input">The shape of the images that come in.</param>
    /// <param name="channels">The number of channels that go out.</param>
    /// <param name="kernelSize">The number of rows and of columns of a kernel.</param>
    /// <param name="activation">phi.</param>
    /// <param name="initialization">How the weights are drawn.</param>
    /// <param name="seed">The same seed gives the same weights everywhere.</param>
    /// <param name="biased">Whether the layer has a bias, which starts at 0.</param>
    /// <param name="stride">How many places of the image lie between two of the output.</param>
    /// <param name="padding">How many rows and columns of zeros are put around the image.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is outside its domain.</exception>
    public static ConvolutionLayer Create(ImageShape input, int channels, int kernelSize, Activation activation, Initialization initialization, ulong seed, bool biased = false, int stride = 1, int padding = 0)
    {
        RequireAtLeast(1, channels, nameof(channels));
        RequireAtLeast(1, kernelSize, nameof(kernelSize));
        double[] drawn = initialization.Draw(checked(input.Channels * kernelSize * kernelSize), channels, new RandomStream(seed));
        return new(input, channels, kernelSize, drawn, activation, biased ? new double[channels] : [], stride, padding);
    }

    /// <summary>A copy that shares nothing with this layer.</summary>
    public ConvolutionLayer Clone() => With(weights, bias);

    internal ConvolutionLayer With(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias) =>
        new(Input, Output.Channels, KernelSize, weights, Activation, bias, Stride, Padding);

    internal void Apply(ReadOnlySpan<double> input, Span<double> output)
    {
        int next = 0;
        for (int channel = 0; channel < Output.Channels; channel++)
        {
            for (int row = 0; row < Output.Height; row++)
            {
                for (int column = 0; column < Output.Width; column++)
                    output[next++] = DenseLayer.Activate(Activation, Preactivation(channel, (row * Stride) - Padding, (column * Stride) - Padding, input));
            }
        }
    }

    /// <summary>The preactivation of the neuron whose kernels' first corner lies at a place of the image or beside it.</summary>
    private double Preactivation(int channel, int top, int left, ReadOnlySpan<double> input)
    {
        double sum = HasBias ? bias[channel] : 0;
        for (int source = 0; source < Input.Channels; source++)
        {
            int kernel = ((channel * Input.Channels) + source) * KernelSize;
            for (int row = Math.Max(0, -top); row < Math.Min(KernelSize, Input.Height - top); row++)
            {
                for (int column = Math.Max(0, -left); column < Math.Min(KernelSize, Input.Width - left); column++)
                    sum += weights[((kernel + row) * KernelSize) + column] * input[(((source * Input.Height) + top + row) * Input.Width) + left + column];
            }
        }

        return sum;
    }

    private int Places(int extent) => ((extent + (2 * Padding) - KernelSize) / Stride) + 1;

    private static void RequireAtLeast(int least, int value, string name)
    {
        if (value < least)
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"It must be at least {least}."));
    }
}
