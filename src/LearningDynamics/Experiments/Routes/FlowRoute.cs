using System.Collections.Immutable;
using LearningDynamics.Flows;

namespace LearningDynamics.Experiments;

/// <summary>Reads the typed state of a flow from its components.</summary>
/// <param name="components">The components, in declaration order.</param>
/// <typeparam name="TState">The state.</typeparam>
public delegate TState StateReader<out TState>(ReadOnlySpan<double> components);

/// <summary>Answers an experiment by integrating its gradient flow.</summary>
public static class FlowRoute
{
    /// <summary>A route from the methods that an experiment declares.</summary>
    /// <param name="problem">Returns the field, the initial state, the time span and the events, or null where the flow has no start at this point.</param>
    /// <param name="options">The tolerances; null for the solver's defaults.</param>
    /// <param name="read">Reads the typed state.</param>
    /// <param name="observe">Writes the observables at a state and time; null where there are none.</param>
    /// <param name="find">Writes the findings; null where there are none.</param>
    /// <typeparam name="TField">The vector field.</typeparam>
    /// <typeparam name="TState">The typed state.</typeparam>
    public static BoundRoute Create<TField, TState>(
        Func<FlowProblem<TField>?> problem,
        FlowOptions? options,
        StateReader<TState> read,
        Action<TState, double, TrajectoryWriter>? observe,
        Action<FlowRun<TState>, FindingsWriter>? find)
        where TField : struct, IVectorField<double> => new Implementation<TField, TState>(problem, options, read, observe, find);

    private sealed class Implementation<TField, TState>(
        Func<FlowProblem<TField>?> problem,
        FlowOptions? options,
        StateReader<TState> read,
        Action<TState, double, TrajectoryWriter>? observe,
        Action<FlowRun<TState>, FindingsWriter>? find) : BoundRoute
        where TField : struct, IVectorField<double>
    {
        public override RouteResult? Answer(RouteRequest request)
        {
            if (problem() is not { } posed)
                return null;
            var run = new FlowRun<TState>(FlowSolver.Solve(posed, options, request.Cancellation), read);
            var findings = new FindingsWriter();
            find?.Invoke(run, findings);
            return new()
            {
                Route = Route.Flow,
                Trajectory = observe is null ? Trajectory.Empty : Observe(run, observe, request.Times.AsSpan()),
                Findings = findings.Findings,
                Maps = findings.Maps,
                EventTimes = [.. run.Events.Select(occurrence => occurrence.Time).Concat(findings.EventTimes).Distinct().Order()],
                Work = Work(run.Statistics),
            };
        }

        private static Trajectory Observe(FlowRun<TState> run, Action<TState, double, TrajectoryWriter> observe, ReadOnlySpan<double> times)
        {
            var trajectory = new TrajectoryWriter(times);
            foreach (double time in times)
            {
                trajectory.Next();
                observe(run.At(time), time, trajectory);
            }

            return trajectory.Finish();
        }

        private static ImmutableArray<WorkCount> Work(FlowStatistics statistics) =>
        [
            new("acceptedSteps", statistics.AcceptedSteps),
            new("rejectedSteps", statistics.RejectedSteps),
            new("evaluations", statistics.Evaluations),
        ];
    }
}
