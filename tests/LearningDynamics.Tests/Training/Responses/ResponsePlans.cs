using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training.Responses;

/// <summary>Networks, plans and pairs whose responses are measured.</summary>
internal static class ResponsePlans
{
    public static readonly double[] Input = [0.3, -1.1, 0.7, 0.4];

    /// <summary>A network of several layers with biases, which trains on more than the pair.</summary>
    public static TrainingPlan Deep(Activation activation, Loss? loss = null) => new()
    {
        Network = Network.Create([4, 9, 6, 1], activation, Initialization.FanIn(1.3), seed: 11, biased: true),
        Data = Dataset.FromExamples([Input, [1, 1, -1, 0.5], [-0.2, 0.4, 0.1, 2]], [1, 0, 1]),
        Loss = loss ?? Loss.Logistic,
        LearningRate = 0.05,
        Steps = 30,
        ObservationSteps = ObservationSteps.Every(10),
    };

    /// <summary>The wide network of the theory on one pair of the hypercube {-1, 1}^8, vertex 0b00001111 with target 1.</summary>
    public static TrainingPlan Wide(Activation activation, ulong seed, int features = 128, double learningRate = 0.05)
    {
        var scaling = new TangentScaling(8, features);
        return new()
        {
            Network = scaling.Network(activation, 1, 1, seed),
            Data = Dataset.FromExamples([scaling.Hypercube(HypercubeEncoding.Signed).Vertex(0b00001111)], [1]),
            Loss = Loss.Logistic,
            LearningRate = scaling.LearningRate(learningRate),
        };
    }

    /// <summary>A thousand scattered probes of four components.</summary>
    public static ProbeSet Probes()
    {
        var random = new LearningDynamics.Numerics.RandomStream(8);
        return ProbeSet.Create(1000, 4, (_, _) => random.NextNormal());
    }

    public static TrainingPlan OnPair(this TrainingPlan plan, double[] input, double target) => plan with
    {
        Data = Dataset.FromExamples([input], [target]),
        Steps = 1,
        ObservationSteps = ObservationSteps.None,
    };
}
