using LearningDynamics.Numerics;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// Noise that acts on a feature through its gradient at one input x_o: the preactivation h there moves by phi'(h) (mu dt + sqrt(2 D) dW), and the feature's weights along x_o with it.
/// </summary>
/// <param name="Activation">phi.</param>
/// <param name="Drift">mu.</param>
/// <param name="Diffusion">D.</param>
/// <param name="InitialScale">The scale of h, against which a step is short.</param>
internal sealed record GradientNoise(FeatureActivation Activation, double Drift, double Diffusion, double InitialScale)
{
    // A step of an ELU's walk is at most about this share of the initial scale, so that the gradient e^h is all but constant over it.
    private const double LargestMove = 0.25;

    /// <summary>Where a feature that is not lost gets to: for a ReLU 0 where it is lost on the way.</summary>
    /// <param name="start">Its h; above 0 for a ReLU.</param>
    /// <param name="duration">For how long noise acts, above 0.</param>
    /// <param name="random">Where the noise comes from.</param>
    public double Walk(double start, double duration, RandomStream random) =>
        Activation == FeatureActivation.Relu ? WalkOfRelu(start, duration, random) : WalkOfElu(start, duration, random);

    /// <summary>Exact for any duration: what ends above 0 was below in between with the probability that a Brownian bridge has.</summary>
    private double WalkOfRelu(double start, double duration, RandomStream random)
    {
        double end = start + Free(duration, random);
        return end > 0 && random.NextUniform() >= Math.Exp(-start * end / (Diffusion * duration)) ? end : 0;
    }

    private double WalkOfElu(double start, double duration, RandomStream random)
    {
        double move = LargestMove * InitialScale;
        int steps = 1 + (int)Math.Min(1e6, duration * Math.Max(Math.Abs(Drift) / move, 2 * Diffusion / (move * move)));
        double h = start;
        for (int step = 0; step < steps; step++)
            h += Math.Exp(Math.Min(h, 0)) * Free(duration / steps, random);
        return h;
    }

    private double Free(double duration, RandomStream random) => (Drift * duration) + (Math.Sqrt(2 * Diffusion * duration) * random.NextNormal());
}
