using System.Globalization;
using System.Numerics.Tensors;

namespace LearningDynamics.Training;

/// <summary>
/// A layer a = phi(W x + b), or phi(W x) without a bias. Every neuron sees every input, unless a mask takes connections away: a weight
/// that the mask takes away is 0, and training leaves it so.
/// </summary>
public sealed class DenseLayer
{
    private readonly double[] weights;
    private readonly double[] bias;
    private readonly bool[] mask;

    /// <summary>Creates a layer from its weights, which are copied.</summary>
    /// <param name="inputSize">The number of inputs, at least 1.</param>
    /// <param name="outputSize">The number of neurons, at least 1.</param>
    /// <param name="weights">W, row by row: outputSize x inputSize finite numbers.</param>
    /// <param name="activation">phi.</param>
    /// <param name="bias">b: outputSize finite numbers; empty for a layer without a bias.</param>
    /// <param name="mask">Which weights exist: one flag for each of <paramref name="weights"/>; empty if all do.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or the activation is none of the known ones.</exception>
    /// <exception cref="ArgumentException">There are too few or too many weights, biases or flags, a number is not finite, or a weight that the mask takes away is not 0.</exception>
    public DenseLayer(int inputSize, int outputSize, ReadOnlySpan<double> weights, Activation activation = Activation.Identity, ReadOnlySpan<double> bias = default, ReadOnlySpan<bool> mask = default)
    {
        if (inputSize < 1)
            throw new ArgumentOutOfRangeException(nameof(inputSize), inputSize, "A layer needs at least 1 input.");
        if (outputSize < 1)
            throw new ArgumentOutOfRangeException(nameof(outputSize), outputSize, "A layer needs at least 1 neuron.");
        if (activation is < Activation.Identity or > Activation.Elu)
            throw new ArgumentOutOfRangeException(nameof(activation), activation, "The activation must be Identity, Relu or Elu.");
        if (weights.Length != (long)inputSize * outputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {weights.Length} weights; {outputSize} neurons with {inputSize} inputs have {(long)inputSize * outputSize}."), nameof(weights));
        if (!bias.IsEmpty && bias.Length != outputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {bias.Length} biases for {outputSize} neurons."), nameof(bias));
        RequireFinite(weights, nameof(weights));
        RequireFinite(bias, nameof(bias));
        RequireMasked(weights, mask);
        InputSize = inputSize;
        OutputSize = outputSize;
        Activation = activation;
        this.weights = weights.ToArray();
        this.bias = bias.ToArray();
        this.mask = mask.ToArray();
    }

    /// <summary>The number of inputs.</summary>
    public int InputSize { get; }

    /// <summary>The number of neurons.</summary>
    public int OutputSize { get; }

    /// <summary>What each neuron applies to its preactivation.</summary>
    public Activation Activation { get; }

    /// <summary>Whether the layer has a bias.</summary>
    public bool HasBias => bias.Length > 0;

    /// <summary>W, row by row: OutputSize x InputSize.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>b: OutputSize numbers, or none.</summary>
    public ReadOnlySpan<double> Bias => bias;

    /// <summary>Which weights exist, row by row: OutputSize x InputSize flags, or none if all do. The others are 0 and are not trained.</summary>
    public ReadOnlySpan<bool> Mask => mask;

    internal Span<double> WritableWeights => weights;

    internal Span<double> WritableBias => bias;

    /// <summary>The incoming weights of one neuron.</summary>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <returns>InputSize numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public ReadOnlySpan<double> IncomingWeights(int neuron) =>
        (uint)neuron < (uint)OutputSize
            ? weights.AsSpan(neuron * InputSize, InputSize)
            : throw new ArgumentOutOfRangeException(nameof(neuron), neuron, string.Create(CultureInfo.InvariantCulture, $"A neuron's number lies between 0 and {OutputSize - 1}."));

    /// <summary>The weight from an input to a neuron.</summary>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The input, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or input.</exception>
    public double Weight(int neuron, int input) =>
        (uint)input < (uint)InputSize
            ? IncomingWeights(neuron)[input]
            : throw new ArgumentOutOfRangeException(nameof(input), input, string.Create(CultureInfo.InvariantCulture, $"An input's number lies between 0 and {InputSize - 1}."));

    /// <summary>A copy that shares nothing with this layer.</summary>
    public DenseLayer Clone() => new(InputSize, OutputSize, weights, Activation, bias, mask);

    internal double Preactivation(int neuron, ReadOnlySpan<double> input) =>
        TensorPrimitives.Dot(IncomingWeights(neuron), input) + (HasBias ? bias[neuron] : 0);

    internal void Apply(ReadOnlySpan<double> input, Span<double> output)
    {
        for (int neuron = 0; neuron < OutputSize; neuron++)
            output[neuron] = Activate(Activation, Preactivation(neuron, input));
    }

    internal static double Activate(Activation activation, double h) => activation switch
    {
        Activation.Relu => h <= 0 ? 0 : h,
        Activation.Elu => h <= 0 ? Math.Exp(h) - 1 : h,
        _ => h,
    };

    internal static void RequireFinite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Number {i} is {values[i]}; it must be finite."), name);
        }
    }

    private static void RequireMasked(ReadOnlySpan<double> weights, ReadOnlySpan<bool> mask)
    {
        if (!mask.IsEmpty && mask.Length != weights.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {mask.Length} flags for {weights.Length} weights."), nameof(mask));
        for (int i = 0; i < mask.Length; i++)
        {
            if (!mask[i] && weights[i] != 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Weight {i} is {weights[i]}, and the mask takes it away; it must be 0."), nameof(weights));
        }
    }
}
