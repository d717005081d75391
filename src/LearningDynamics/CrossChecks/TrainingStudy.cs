using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Trains one experiment at ever smaller learning rates on a fixed grid of times, of which every rate is a divisor, and keeps each run.
/// </summary>
internal sealed class TrainingStudy
{
    /// <summary>How many grid times there are after 0.</summary>
    public const int Intervals = 100;

    private readonly BoundRoute route;
    private readonly ITrainer trainer;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<long, RouteResult> runs = [];

    public TrainingStudy(BoundExperiment experiment, ITrainer trainer, CancellationToken cancellation)
    {
        route = experiment.Trained!;
        double learningRate = route.LargestLearningRate() ?? throw new ArgumentException("An order check needs the largest learning rate of the trained route.", nameof(experiment));
        this.trainer = trainer;
        this.cancellation = cancellation;
        Times = Grid(experiment) is { IsEmpty: false } grid ? grid : throw new ArgumentException("An order check needs a horizon.", nameof(experiment));
        CoarsestStepsAnInterval = TrainingSchedule.StepsAnInterval(Times, learningRate);
    }

    /// <summary>The grid, from 0 to the horizon.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The steps an interval at the declared learning rate.</summary>
    public long CoarsestStepsAnInterval { get; }

    /// <summary>The grid on which training is judged over time; empty where there is no horizon.</summary>
    /// <param name="experiment">The experiment.</param>
    public static ImmutableArray<double> Grid(BoundExperiment experiment) => experiment.Duration is { } duration
        ? [.. Enumerable.Range(0, Intervals).Select(index => duration * index / Intervals), duration]
        : [];

    /// <summary>The learning rate that takes this many steps an interval.</summary>
    /// <param name="stepsAnInterval">At least 1.</param>
    public double LearningRate(long stepsAnInterval) => Times[^1] / Intervals / stepsAnInterval;

    /// <summary>The run that takes this many steps an interval, trained once and kept.</summary>
    /// <param name="stepsAnInterval">At least 1.</param>
    /// <exception cref="NumericalFailureException">The training is too long, or diverged.</exception>
    public RouteResult Run(long stepsAnInterval)
    {
        if (runs.TryGetValue(stepsAnInterval, out RouteResult? known))
            return known;
        RouteResult result = route.Answer(new(TrainingSchedule.OnGrid(Times, stepsAnInterval), trainer) { Cancellation = cancellation })
            ?? throw new NumericalFailureException("The trained route answers at one learning rate and not at another.");
        runs.Add(stepsAnInterval, result);
        return result;
    }
}
