using LearningDynamics.Data;

namespace LearningDynamics.Training;

/// <summary>
/// A network with one hidden layer in the scaling in which its tangent kernel has a limit as it gets wide: u(x) = m^(-1/2) sum_i v_i phi(w_i.x / sqrt N), with N inputs, m
/// features, and independent normal w of variance HiddenVariance and v of variance OutputVariance (Jacot, Gabriel and Hongler, arXiv:1806.07572).
/// </summary>
/// <remarks>
/// Layers here carry no factors of their own. The same network and the same training come from the weights w / sqrt m and v / sqrt m, inputs multiplied by
/// sqrt(m / N), and a learning rate divided by m: <see cref="Network"/>, <see cref="InputScale"/> and <see cref="LearningRate"/>. A tangent kernel measured on it is
/// m times the one of the formula above: <see cref="TangentKernel"/> divides.
/// </remarks>
public sealed record TangentScaling
{
    /// <summary>Describes the network.</summary>
    /// <param name="inputSize">N, at least 1.</param>
    /// <param name="features">m, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public TangentScaling(int inputSize, int features)
    {
        if (inputSize < 1)
            throw new ArgumentOutOfRangeException(nameof(inputSize), inputSize, "A network needs at least 1 input.");
        if (features < 1)
            throw new ArgumentOutOfRangeException(nameof(features), features, "A network needs at least 1 feature.");
        InputSize = inputSize;
        Features = features;
    }

    /// <summary>N.</summary>
    public int InputSize { get; }

    /// <summary>m.</summary>
    public int Features { get; }

    /// <summary>What every input is multiplied by: sqrt(m / N).</summary>
    public double InputScale => Math.Sqrt((double)Features / InputSize);

    /// <summary>A random network for inputs multiplied by <see cref="InputScale"/>.</summary>
    /// <param name="activation">phi.</param>
    /// <param name="hiddenVariance">The variance of w: finite and above 0.</param>
    /// <param name="outputVariance">The variance of v: finite and above 0.</param>
    /// <param name="seed">The same seed gives the same weights everywhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is not finite or not above 0.</exception>
    public Network Network(Activation activation, double hiddenVariance, double outputVariance, ulong seed)
    {
        var random = new Numerics.RandomStream(seed);
        double[] hidden = Draw(InputSize, hiddenVariance, nameof(hiddenVariance));
        double[] output = Draw(1, outputVariance, nameof(outputVariance));
        return Training.Network.FromWeights(
        [
            new DenseLayer(InputSize, Features, hidden, activation),
            new DenseLayer(Features, 1, output),
        ]);

        double[] Draw(int perFeature, double variance, string name)
        {
            if (!(variance > 0 && double.IsFinite(variance)))
                throw new ArgumentOutOfRangeException(name, variance, "A variance must be finite and above 0.");
            double[] weights = new double[checked(Features * perFeature)];
            for (int i = 0; i < weights.Length; i++)
                weights[i] = Math.Sqrt(variance / Features) * random.NextNormal();
            return weights;
        }
    }

    /// <summary>All inputs of N bits, multiplied by <see cref="InputScale"/>.</summary>
    /// <param name="encoding">Which values the bits stand for, before they are multiplied.</param>
    /// <exception cref="ArgumentOutOfRangeException">N is above <see cref="Hypercube.LargestInputSize"/>.</exception>
    public Hypercube Hypercube(HypercubeEncoding encoding) => new(InputSize, encoding, InputScale);

    /// <summary>The learning rate to train with so that the formula's w and v move as at a given one.</summary>
    /// <param name="learningRate">eta, as the formula's weights see it.</param>
    public double LearningRate(double learningRate) => learningRate / Features;

    /// <summary>The formula's tangent kernel, (1/m) [phi(h).phi(h_o) + (x.x_o / N) sum_i v_i^2 phi'(h_i) phi'(h_o,i)].</summary>
    /// <param name="measured">The tangent kernel measured on the network.</param>
    public double TangentKernel(double measured) => measured / Features;
}
