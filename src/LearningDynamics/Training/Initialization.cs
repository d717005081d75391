using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>How the weights of a new network are drawn: independent normal numbers of mean 0; biases start at 0.</summary>
public readonly record struct Initialization
{
    private readonly double deviation;
    private readonly bool perRootInput;

    private Initialization(double deviation, bool perRootInput, string name)
    {
        if (!(deviation >= 0 && double.IsFinite(deviation)))
            throw new ArgumentOutOfRangeException(name, deviation, "A standard deviation must be finite and at least 0.");
        this.deviation = deviation;
        this.perRootInput = perRootInput;
    }

    /// <summary>Every weight has the same standard deviation.</summary>
    /// <param name="deviation">The standard deviation, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative or not finite.</exception>
    public static Initialization Normal(double deviation) => new(deviation, perRootInput: false, nameof(deviation));

    /// <summary>
    /// A neuron with n inputs has weights of standard deviation gain / sqrt(n), so that the width does not set the
    /// scale: gain 1 keeps the variance of linear layers, sqrt(2) that of ReLU layers (He et al., arXiv:1502.01852).
    /// </summary>
    /// <param name="gain">The gain, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is negative or not finite.</exception>
    public static Initialization FanIn(double gain = 1) => new(gain, perRootInput: true, nameof(gain));

    internal double[] Draw(int inputSize, int outputSize, RandomStream random)
    {
        double scale = perRootInput ? deviation / Math.Sqrt(inputSize) : deviation;
        double[] weights = new double[checked(inputSize * outputSize)];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = scale * random.NextNormal();
        return weights;
    }
}
