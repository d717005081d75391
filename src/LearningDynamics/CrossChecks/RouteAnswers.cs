using LearningDynamics.Experiments;

namespace LearningDynamics.CrossChecks;

/// <summary>Asks an exact route for its answer on a grid.</summary>
internal static class RouteAnswers
{
    public static RouteResult Exact(BoundExperiment experiment, Route route, ReadOnlySpan<double> times, CancellationToken cancellation) => route switch
    {
        Route.ClosedForm => experiment.ClosedForm!.Answer(times),
        Route.Flow => experiment.Flow!.Answer(times, cancellation),
        _ => throw new InvalidOperationException("The reference of an order or interval check is the closed form or the flow."),
    };
}
