namespace LearningDynamics.Experiments;

/// <summary>Answers an experiment by its exact formula.</summary>
public abstract class ClosedFormRoute
{
    /// <summary>Solves the system and evaluates it.</summary>
    /// <param name="times">The times, increasing, from 0 on.</param>
    public abstract RouteResult Answer(ReadOnlySpan<double> times);

    /// <summary>A route from the methods that an experiment declares.</summary>
    /// <param name="solve">Returns the solved system.</param>
    /// <param name="observe">Writes the observables at a time; null where there are none.</param>
    /// <param name="find">Writes the findings; null where there are none.</param>
    /// <typeparam name="TSolution">The solved system.</typeparam>
    public static ClosedFormRoute Create<TSolution>(
        Func<TSolution> solve,
        Action<TSolution, double, TrajectoryWriter>? observe,
        Action<TSolution, FindingsWriter>? find) => new Implementation<TSolution>(solve, observe, find);

    private sealed class Implementation<TSolution>(
        Func<TSolution> solve,
        Action<TSolution, double, TrajectoryWriter>? observe,
        Action<TSolution, FindingsWriter>? find) : ClosedFormRoute
    {
        public override RouteResult Answer(ReadOnlySpan<double> times)
        {
            TSolution solution = solve();
            var findings = new FindingsWriter();
            find?.Invoke(solution, findings);
            return new()
            {
                Route = Route.ClosedForm,
                Trajectory = observe is null ? Trajectory.Empty : Observe(solution, observe, times),
                Findings = findings.Findings,
                Maps = findings.Maps,
                EventTimes = findings.EventTimes,
            };
        }

        private static Trajectory Observe(TSolution solution, Action<TSolution, double, TrajectoryWriter> observe, ReadOnlySpan<double> times)
        {
            var trajectory = new TrajectoryWriter(times);
            foreach (double time in times)
            {
                trajectory.Next();
                observe(solution, time, trajectory);
            }

            return trajectory.Finish();
        }
    }
}
