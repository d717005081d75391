using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>
/// One weight learns the mean of noisy targets, one shuffled example a step: w' = mean(y) - w in the limit of small learning rates, with a noise of
/// size Noise sqrt(eta / 2) around it.
/// </summary>
internal sealed record StochasticDecay
{
    private const int Examples = 500;

    public double Noise { get; init; } = 1;

    public double LearningRate { get; init; } = 0.01;

    /// <summary>What the closed form takes the mean of the targets for, as a multiple of it.</summary>
    public double ExactFactor { get; init; } = 1;

    public bool HasSeed { get; init; } = true;

    public static CrossCheckDescriptor Check { get; } = new(Route.ClosedForm, Route.Trained, CrossCheckKind.Interval) { Seeds = 8, Confidence = 0.99 };

    private double[] Targets
    {
        get
        {
            var random = new RandomStream(3);
            return [.. Enumerable.Range(0, Examples).Select(_ => 1 + (Noise * random.NextNormal()))];
        }
    }

    public ExperimentDescriptor Describe() => new()
    {
        Id = "planted/stochastic",
        Name = "StochasticDecay",
        Parameters = [new() { Name = "Seed", Default = ParameterValue.Integer(1), IsSeed = HasSeed }],
        Routes = [Route.ClosedForm, Route.Trained],
        CrossChecks = [Check],
        Bind = point => new()
        {
            Duration = 4,
            ClosedForm = ClosedFormRoute.Create(() => ExactFactor * Targets.Average(), (mean, time, writer) => writer.Add("Weight", -mean * double.ExpM1(-time)), find: null),
            Trained = TrainedRoute.Create(
                () => Plan((ulong)point["Seed"].AsInteger()), (network, _) => network.Layers[0].Weights[0], (weight, writer) => writer.Add("Weight", weight), find: null),
        },
    };

    private TrainingPlan Plan(ulong seed) => new()
    {
        Network = Network.FromWeights(new DenseLayer(1, 1, [0])),
        Data = Dataset.FromExamples([.. Enumerable.Repeat(new[] { 1.0 }, Examples)], Targets),
        Loss = Loss.Squared,
        Batches = BatchScheme.SingleExample(),
        LearningRate = LearningRate,
        Seed = seed,
    };
}
