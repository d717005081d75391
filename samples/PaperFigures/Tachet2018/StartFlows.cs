using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;
using static System.FormattableString;

namespace PaperFigures.Tachet2018;

/// <summary>The flows of a plane's starts, many at once in the lanes of the processor's vectors.</summary>
internal static class StartFlows
{
    /// <summary>The ends of all flows.</summary>
    /// <exception cref="NumericalFailureException">A flow failed; the message names the first one that did.</exception>
    public static EnsembleArrays Follow<TField, TEvents>(EnsembleProblem<TField, TEvents> problem, FlowOptions accuracy, RouteRequest request)
        where TField : struct, IEnsembleField
        where TEvents : struct, IEnsembleEvents
    {
        EnsembleArrays ends = new(checked((int)problem.Count), problem.Field.Dimension, problem.Events.Count);
        EnsembleStatistics statistics = FlowEnsemble.Solve(problem, ends.Receive, accuracy, progress: request.Progress, cancellation: request.Cancellation);
        if (statistics.Failed > 0)
        {
            int failed = Array.FindIndex(ends.Endings, ending => ending is TrajectoryEnding.TooManySteps or TrajectoryEnding.StepVanished);
            throw new NumericalFailureException(Invariant($"The flow from start {failed} of {problem.Count} failed at t = {ends.Times[failed]}: {ends.Endings[failed]}."));
        }

        return ends;
    }
}
