using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;
using TrainedActivation = LearningDynamics.Training.Activation;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// The hidden layer of one network under <see cref="GradientNoise"/>: 8 inputs of -1 or 1, preactivations h = w.x / sqrt 8, and an x_o all of whose bits are 1. At the start all
/// features are alive there.
/// </summary>
internal sealed class NoisyFeatures
{
    private const int InputSize = 8;

    private static readonly double Root = Math.Sqrt(InputSize);
    private static readonly FeatureSpace Space = new(new Hypercube(InputSize, HypercubeEncoding.Signed, 1 / Root), (1 << InputSize) - 1);

    private readonly GradientNoise noise;
    private readonly RandomStream random;
    private readonly double[] weights, preactivations;
    private double now;

    /// <summary>Draws a network: its weights are normal, and mirrored where h is below 0, so that h is the positive half of a normal distribution.</summary>
    public NoisyFeatures(GradientNoise noise, int features, ulong seed)
    {
        this.noise = noise;
        random = new(seed);
        weights = new double[features * InputSize];
        preactivations = new double[features];
        for (int i = 0; i < features; i++)
            preactivations[i] = Draw(Weights(i));
    }

    /// <summary>The share of the features that have a gradient at x_o. A lost feature stays at 0, where a ReLU has none.</summary>
    public double AliveShare => noise.Activation == FeatureActivation.Elu ? 1 : (double)preactivations.Count(h => h > 0) / preactivations.Length;

    /// <summary>Lets the noise act until a later time.</summary>
    public void MoveTo(double time)
    {
        for (int i = 0; i < preactivations.Length && time > now; i++)
        {
            double before = preactivations[i];
            if (noise.Activation == FeatureActivation.Relu && before == 0)
                continue;
            preactivations[i] = noise.Walk(before, time - now, random);
            foreach (ref double weight in Weights(i))
                weight += (preactivations[i] - before) / Root;
        }

        now = time;
    }

    /// <summary>The effective rank of the features at x_o and the inputs that differ from it by one bit.</summary>
    public double Rank() => Space.Rank(Network.FromWeights(
        new DenseLayer(InputSize, preactivations.Length, weights, noise.Activation == FeatureActivation.Relu ? TrainedActivation.Relu : TrainedActivation.Elu)));

    private Span<double> Weights(int feature) => weights.AsSpan(feature * InputSize, InputSize);

    private double Draw(Span<double> own)
    {
        double sum = 0;
        foreach (ref double weight in own)
        {
            weight = noise.InitialScale * random.NextNormal();
            sum += weight;
        }

        foreach (ref double weight in own)
            weight *= sum < 0 ? -1 : 1;
        return Math.Abs(sum) / Root;
    }
}
