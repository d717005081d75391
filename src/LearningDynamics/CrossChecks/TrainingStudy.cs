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

    private readonly TrainedRoute route;
    private readonly ITrainer trainer;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<long, RouteResult> runs = [];

    public TrainingStudy(BoundExperiment experiment, ITrainer trainer, CancellationToken cancellation)
    {
        route = experiment.Trained!;
        this.trainer = trainer;
        this.cancellation = cancellation;
        Times = [.. Enumerable.Range(0, Intervals).Select(index => experiment.Duration * index / Intervals), experiment.Duration];
        CoarsestStepsAnInterval = TrainingSchedule.StepsAnInterval(Times, route.Plan().LearningRate);
    }

    /// <summary>The grid, from 0 to the horizon.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The steps an interval at the declared learning rate.</summary>
    public long CoarsestStepsAnInterval { get; }

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
        RouteResult result = route.Answer(TrainingSchedule.OnGrid(Times, stepsAnInterval), trainer, progress: null, cancellation);
        runs.Add(stepsAnInterval, result);
        return result;
    }
}
