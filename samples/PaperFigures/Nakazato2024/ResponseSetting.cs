using LearningDynamics.Data;
using LearningDynamics.Training;
using TrainedActivation = LearningDynamics.Training.Activation;
using TrainedLoss = LearningDynamics.Training.Loss;

namespace PaperFigures.Nakazato2024;

/// <summary>The network, the pair (x_o, y_o) and the training whose responses are measured; the same for every seed.</summary>
internal sealed record ResponseSetting
{
    public FeatureActivation Activation { get; init; } = FeatureActivation.Relu;

    public required int InputSize { get; init; }

    public required int Features { get; init; }

    public HypercubeEncoding Encoding { get; init; } = HypercubeEncoding.Signed;

    /// <summary>The share of x_o's bits that are set; at least one is.</summary>
    public double SetShare { get; init; } = 0.5;

    public double HiddenVariance { get; init; } = 1;

    public double OutputVariance { get; init; } = 1;

    public double LearningRate { get; init; } = 0.05;

    public double Target { get; init; } = 1;

    public ResponseLoss Loss { get; init; }

    public long Epochs { get; init; }

    public int Seeds { get; init; } = 1;

    public long Seed { get; init; } = 1;

    public NoiseKind NoiseKind { get; init; }

    public double NoiseLevel { get; init; }

    public TangentScaling Scaling => new(InputSize, Features);

    /// <summary>How many of x_o's bits are set: at least one, for x_o = 0 has no response of its own.</summary>
    public int SetBits => Math.Max(1, (int)Math.Round(SetShare * InputSize, MidpointRounding.AwayFromZero));

    /// <summary>x_o as a vertex: its first bits are set. Weights are drawn alike for all bits, so that it does not matter which.</summary>
    public int TrainedVertex => (1 << SetBits) - 1;

    /// <summary>The training on the pair without noise, at one step an epoch.</summary>
    public TrainingPlan Plan(ulong seed)
    {
        TangentScaling scaling = Scaling;
        return new()
        {
            Network = scaling.Network(Activation == FeatureActivation.Relu ? TrainedActivation.Relu : TrainedActivation.Elu, HiddenVariance, OutputVariance, seed),
            Data = Dataset.FromExamples([scaling.Hypercube(Encoding).Vertex(TrainedVertex)], [Target]),
            Loss = Loss == ResponseLoss.CrossEntropy ? TrainedLoss.Logistic : TrainedLoss.SquaredProbability,
            LearningRate = scaling.LearningRate(LearningRate),
            Steps = Epochs,
        };
    }
}
