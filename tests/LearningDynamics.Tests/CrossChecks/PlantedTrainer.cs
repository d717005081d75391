using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>A trainer that carries out another plan than it is given.</summary>
/// <param name="fault">The plan that it carries out.</param>
internal sealed class PlantedTrainer(Func<TrainingPlan, TrainingPlan> fault) : ITrainer
{
    private readonly ManagedTrainer trainer = new();

    public string Name => "planted";

    public string Version => "1";

    /// <summary>A trainer whose learning rate is off by a factor.</summary>
    public static PlantedTrainer RateOff(double factor) => new(plan => plan with { LearningRate = factor * plan.LearningRate });

    /// <summary>A trainer that adds the examples' losses up instead of averaging them.</summary>
    public static PlantedTrainer Summing() => new(plan => plan with { LearningRate = plan.Data.Count * plan.LearningRate });

    /// <summary>A trainer that takes every example as often as any other: the 1/p of rare classes is missing.</summary>
    public static PlantedTrainer IgnoringFrequencies() => new(plan => plan with { Data = EquallyFrequent(plan.Data) });

    /// <summary>A trainer that climbs the loss.</summary>
    public static PlantedTrainer Climbing() => new(plan => plan with { Data = Opposite(plan.Data) });

    public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Full;

    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        trainer.Train(fault(plan), observer, progress, cancellation);

    private static Dataset EquallyFrequent(Dataset data) => Dataset.FromExamples(Inputs(data), [.. Targets(data)]);

    private static Dataset Opposite(Dataset data) =>
        Dataset.FromExamples(Inputs(data), [.. Targets(data).Select(target => 1 - target)]).WithFrequencies(data.Weights);

    private static double[][] Inputs(Dataset data) => [.. Enumerable.Range(0, data.Count).Select(example => data.Input(example).ToArray())];

    private static IEnumerable<double> Targets(Dataset data) => Enumerable.Range(0, data.Count).Select(example => data.Target(example)[0]);
}
