namespace LearningDynamics.Experiments;

/// <summary>Answers an experiment by its exact formula.</summary>
public static class ClosedFormRoute
{
    /// <summary>A route from the methods that an experiment declares.</summary>
    /// <param name="solve">Returns the solved system, or null where there is no formula at this point.</param>
    /// <param name="observe">Writes the observables at a time; null where there are none.</param>
    /// <param name="find">Writes the findings; null where there are none.</param>
    /// <typeparam name="TSolution">The solved system.</typeparam>
    public static BoundRoute Create<TSolution>(
        Func<TSolution?> solve,
        Action<TSolution, double, TrajectoryWriter>? observe,
        Action<TSolution, FindingsWriter>? find)
        where TSolution : notnull => new Implementation<TSolution>(() => solve(), observe, find);

    /// <summary>A route from the methods that an experiment declares, where the solved system is a struct that may not exist.</summary>
    /// <param name="solve">Returns the solved system, or null where there is no formula at this point.</param>
    /// <param name="observe">Writes the observables at a time; null where there are none.</param>
    /// <param name="find">Writes the findings; null where there are none.</param>
    /// <typeparam name="TSolution">The solved system.</typeparam>
    public static BoundRoute CreateOptional<TSolution>(
        Func<TSolution?> solve,
        Action<TSolution, double, TrajectoryWriter>? observe,
        Action<TSolution, FindingsWriter>? find)
        where TSolution : struct => new Implementation<TSolution>(() => solve(), observe, find);

    private sealed class Implementation<TSolution>(
        Func<object?> solve,
        Action<TSolution, double, TrajectoryWriter>? observe,
        Action<TSolution, FindingsWriter>? find) : BoundRoute
        where TSolution : notnull
    {
        public override RouteResult? Answer(RouteRequest request)
        {
            if (solve() is not TSolution solution)
                return null;
            var findings = new FindingsWriter();
            find?.Invoke(solution, findings);
            return new()
            {
                Route = Route.ClosedForm,
                Trajectory = observe is null ? Trajectory.Empty : Observe(solution, observe, request.Times.AsSpan()),
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
