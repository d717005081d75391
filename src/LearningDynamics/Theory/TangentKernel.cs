using System.Globalization;

namespace LearningDynamics.Theory;

/// <summary>
/// The tangent kernel of one hidden layer at infinite width: what one training step on an input x_o does to the logit at another input x, for the network
/// u(x) = m^(-1/2) sum_i v_i phi(w_i.x / sqrt N) with independent weights of mean 0, in the limit of many features m.
/// </summary>
/// <remarks>
/// <para>Theta(x, x_o) = E[phi(h) phi(h_o)] + s_v^2 (x.x_o / N) E[phi'(h) phi'(h_o)], where h and h_o are jointly normal with variances s_w^2 ||x||^2 / N and
/// the inputs' cosine as correlation. The normalised kernel is K(x, x_o) = Theta(x, x_o) / Theta(x_o, x_o). At finite width both scatter about this limit by
/// O(m^(-1/2)).</para>
/// <para>The kernel of arXiv:2405.04074; derived in docs/theory/training-kernel.md. The norm of an input is its root mean square ||x|| / sqrt N, so that inputs of -1 and 1 have
/// norm 1. Error at most 1e-12 of sqrt(Theta(x, x) Theta(x_o, x_o)), which bounds |Theta(x, x_o)|.</para>
/// </remarks>
public abstract class TangentKernel
{
    private protected TangentKernel(double hiddenVariance, double outputVariance)
    {
        HiddenVariance = Requires.Positive(hiddenVariance);
        OutputVariance = outputVariance >= 0 && double.IsFinite(outputVariance) ? outputVariance
            : throw new ArgumentOutOfRangeException(nameof(outputVariance), outputVariance, "outputVariance must be at least 0 and finite.");
    }

    /// <summary>The variance s_w^2 of the hidden weights.</summary>
    public double HiddenVariance { get; }

    /// <summary>The variance s_v^2 of the output weights.</summary>
    public double OutputVariance { get; }

    /// <summary>The kernel of the ReLU, by the arc-cosine formulas.</summary>
    /// <param name="hiddenVariance">The variance s_w^2 of the hidden weights, above 0.</param>
    /// <param name="outputVariance">The variance s_v^2 of the output weights, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is outside its domain.</exception>
    public static TangentKernel Relu(double hiddenVariance = 1, double outputVariance = 1) => new ReluTangentKernel(hiddenVariance, outputVariance);

    /// <summary>The kernel of the ELU (h above 0 and e^h - 1 below), by one quadrature.</summary>
    /// <param name="hiddenVariance">The variance s_w^2 of the hidden weights, above 0.</param>
    /// <param name="outputVariance">The variance s_v^2 of the output weights, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is outside its domain.</exception>
    public static TangentKernel Elu(double hiddenVariance = 1, double outputVariance = 1) => new EluTangentKernel(hiddenVariance, outputVariance);

    /// <summary>Theta(x, x_o), symmetric in its arguments; 0 if one of them is 0.</summary>
    /// <param name="input">The input x.</param>
    /// <param name="trained">The input x_o: as many components.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a component is not finite.</exception>
    public double Value(ReadOnlySpan<double> input, ReadOnlySpan<double> trained)
    {
        RequireInputs(input, trained);
        double norm = InputAngle.Norm(input), trainedNorm = InputAngle.Norm(trained);
        return norm == 0 || trainedNorm == 0 ? 0 : Limit(norm, trainedNorm, InputAngle.Between(input, norm, trained, trainedNorm));
    }

    /// <summary>Theta from the norms and the cosine of the two inputs.</summary>
    /// <param name="norm">The root mean square ||x|| / sqrt N of the input x, at least 0.</param>
    /// <param name="trainedNorm">That of x_o, at least 0.</param>
    /// <param name="cosine">x.x_o / (||x|| ||x_o||), in [-1, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public double Value(double norm, double trainedNorm, double cosine)
    {
        RequireNorm(norm, nameof(norm));
        RequireNorm(trainedNorm, nameof(trainedNorm));
        InputAngle angle = InputAngle.FromCosine(cosine);
        return norm == 0 || trainedNorm == 0 ? 0 : Limit(norm, trainedNorm, angle);
    }

    /// <summary>The normalised kernel K(x, x_o): the training response at x in units of that at x_o itself. It is 0 at x = 0.</summary>
    /// <param name="input">The input x.</param>
    /// <param name="trained">The input x_o that is trained on: as many components, not all 0.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, a component is not finite, or x_o is 0.</exception>
    public double Normalized(ReadOnlySpan<double> input, ReadOnlySpan<double> trained)
    {
        RequireInputs(input, trained);
        double trainedNorm = InputAngle.Norm(trained);
        if (trainedNorm == 0)
            throw new ArgumentException("The input x_o is 0: its own response is 0, and nothing can be given in units of it.", nameof(trained));
        return Value(input, trained) / Own(trainedNorm);
    }

    /// <summary>The normalised kernel K from the norms and the cosine of the two inputs.</summary>
    /// <param name="norm">The root mean square of the input x, at least 0.</param>
    /// <param name="trainedNorm">That of the input x_o that is trained on, above 0.</param>
    /// <param name="cosine">x.x_o / (||x|| ||x_o||), in [-1, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public double Normalized(double norm, double trainedNorm, double cosine) =>
        Value(norm, Requires.Positive(trainedNorm), cosine) / Own(trainedNorm);

    /// <summary>The normalised kernel for inputs of -1 and 1, which is a function of how many components differ.</summary>
    /// <param name="distance">The Hamming distance d, from 0 to N; the cosine is 1 - 2 d / N.</param>
    /// <param name="inputSize">The number N of components, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public double ByHammingDistance(int distance, int inputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        RequireCount(distance, inputSize, nameof(distance));
        return Normalized(1, 1, (inputSize - (2.0 * distance)) / inputSize);
    }

    /// <summary>The normalised kernel for inputs of 0 and 1, which depends on how many ones are removed and how many are added, not on their sum alone.</summary>
    /// <param name="removed">How many ones of x_o are zeros of x, from 0 to <paramref name="ones"/>.</param>
    /// <param name="added">How many zeros of x_o are ones of x, from 0 to the number of zeros.</param>
    /// <param name="ones">How many ones x_o has, from 1 to N: x_o = 0 has no response of its own.</param>
    /// <param name="inputSize">The number N of components, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public double ByFlippedBits(int removed, int added, int ones, int inputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        if (ones < 1 || ones > inputSize)
            throw new ArgumentOutOfRangeException(nameof(ones), ones, string.Create(CultureInfo.InvariantCulture, $"x_o has from 1 to {inputSize} ones; x_o = 0 has no response of its own."));
        RequireCount(removed, ones, nameof(removed));
        RequireCount(added, inputSize - ones, nameof(added));
        double common = ones - removed, then = common + added;
        double cosine = then == 0 ? 0 : common / Math.Sqrt(then * ones);
        return Normalized(Math.Sqrt(then / inputSize), Math.Sqrt((double)ones / inputSize), Math.Min(1, cosine));
    }

    /// <summary>Theta for two norms above 0.</summary>
    private protected abstract double Limit(double norm, double trainedNorm, InputAngle angle);

    private double Own(double norm) => Limit(norm, norm, InputAngle.Zero);

    private static void RequireInputs(ReadOnlySpan<double> input, ReadOnlySpan<double> trained)
    {
        if (input.Length != trained.Length || input.IsEmpty)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"x has {input.Length} components and x_o has {trained.Length}; they have as many, at least 1."), nameof(input));
        RequireFinite(input, nameof(input));
        RequireFinite(trained, nameof(trained));
    }

    private static void RequireFinite(ReadOnlySpan<double> input, string name)
    {
        for (int i = 0; i < input.Length; i++)
        {
            if (!double.IsFinite(input[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Component {i} is {input[i]}; it must be finite."), name);
        }
    }

    private static void RequireNorm(double norm, string name)
    {
        if (!(norm >= 0 && double.IsFinite(norm)))
            throw new ArgumentOutOfRangeException(name, norm, "A norm is at least 0 and finite.");
    }

    private static void RequireCount(int count, int most, string name)
    {
        if (count < 0 || count > most)
            throw new ArgumentOutOfRangeException(name, count, string.Create(CultureInfo.InvariantCulture, $"It lies between 0 and {most}."));
    }
}
