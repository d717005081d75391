using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.CrossChecks;

/// <summary>Asks routes for their answers on the grid on which training is judged.</summary>
internal static class RouteAnswers
{
    /// <summary>The answer of the reference.</summary>
    /// <exception cref="NumericalFailureException">It does not answer here, as it does elsewhere.</exception>
    public static RouteResult Exact(BoundExperiment experiment, Route route, ImmutableArray<double> times, CancellationToken cancellation) => route == Route.Trained
        ? throw new InvalidOperationException("The reference of an order or interval check is the closed form or the flow.")
        : Required(experiment, route, new(times) { Cancellation = cancellation });

    /// <summary>The answer of the trained route at its own or its largest learning rate.</summary>
    /// <exception cref="NumericalFailureException">It does not answer here, as it does elsewhere.</exception>
    public static RouteResult Trained(BoundExperiment experiment, ImmutableArray<double> times, ITrainer trainer, CancellationToken cancellation)
    {
        RouteRequest request = experiment.Trained!.LargestLearningRate() is { } rate
            ? new(TrainingSchedule.OnGrid(times, TrainingSchedule.StepsAnInterval(times, rate)), trainer)
            : new(times, trainer);
        return Required(experiment, Route.Trained, request with { Cancellation = cancellation });
    }

    private static RouteResult Required(BoundExperiment experiment, Route route, RouteRequest request) => experiment.Find(route)!.Answer(request)
        ?? throw new NumericalFailureException($"The {route.Name()} route answers at one seed or learning rate and not at another.");
}
