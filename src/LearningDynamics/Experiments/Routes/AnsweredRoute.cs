using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>Answers an experiment by a method of its own, which returns observations and findings.</summary>
public static class AnsweredRoute
{
    /// <summary>A route that finds something.</summary>
    /// <param name="route">Which route it is.</param>
    /// <param name="answer">Returns the answer, or null where the route does not answer at this point.</param>
    /// <param name="find">Writes the findings.</param>
    /// <param name="learningRate">Returns the largest learning rate that may be used; null where there is none.</param>
    /// <typeparam name="TFindings">The findings struct.</typeparam>
    public static BoundRoute Create<TFindings>(
        Route route,
        Func<RouteRequest, Answer<TFindings>?> answer,
        Action<TFindings, FindingsWriter> find,
        Func<double>? learningRate = null)
        where TFindings : struct => new Implementation(learningRate, request => answer(request) is { } given ? Result(route, Trajectory.Empty, given, find) : null);

    /// <summary>A route that measures something over time.</summary>
    /// <param name="route">Which route it is.</param>
    /// <param name="answer">Returns the answer, or null where the route does not answer at this point.</param>
    /// <param name="write">Writes the observables.</param>
    /// <param name="find">Writes the findings; null where there are none.</param>
    /// <param name="learningRate">Returns the largest learning rate that may be used; null where there is none.</param>
    /// <typeparam name="TObservables">The observables struct.</typeparam>
    /// <typeparam name="TFindings">The findings struct, or <see cref="NoFindings"/>.</typeparam>
    public static BoundRoute Create<TObservables, TFindings>(
        Route route,
        Func<RouteRequest, Answer<TObservables, TFindings>?> answer,
        Action<TObservables, TrajectoryWriter> write,
        Action<TFindings, FindingsWriter>? find,
        Func<double>? learningRate = null)
        where TObservables : struct
        where TFindings : struct =>
        new Implementation(learningRate, request => answer(request) is { } given ? Result(route, Observe(given, request, write), given, find) : null);

    private static RouteResult Result<TFindings>(Route route, Trajectory trajectory, Answer<TFindings> answer, Action<TFindings, FindingsWriter>? find)
        where TFindings : struct
    {
        var findings = new FindingsWriter();
        find?.Invoke(answer.Findings, findings);
        return new()
        {
            Route = route,
            Trajectory = trajectory,
            Findings = findings.Findings,
            Maps = findings.Maps,
            EventTimes = [.. answer.EventTimes.Concat(findings.EventTimes).Distinct().Order()],
            Work = answer.Work,
        };
    }

    /// <summary>The observations at their times.</summary>
    /// <exception cref="InvalidOperationException">The answer's own times do not increase, or there is not one observation for each time.</exception>
    private static Trajectory Observe<TObservables, TFindings>(Answer<TObservables, TFindings> answer, RouteRequest request, Action<TObservables, TrajectoryWriter> write)
        where TObservables : struct
        where TFindings : struct
    {
        ImmutableArray<double> times = answer.Times is { } own ? [.. own] : request.Times;
        if (!Enumerable.Range(1, Math.Max(0, times.Length - 1)).All(index => times[index - 1] < times[index]))
            throw new InvalidOperationException("The times of an answer must increase.");
        if (answer.Observations.Count != times.Length)
            throw new InvalidOperationException($"An answer holds one observation for each time: there are {times.Length} times and {answer.Observations.Count} observations.");
        var trajectory = new TrajectoryWriter(times.AsSpan());
        foreach (TObservables observation in answer.Observations)
        {
            trajectory.Next();
            write(observation, trajectory);
        }

        return trajectory.Finish();
    }

    private sealed class Implementation(Func<double>? learningRate, Func<RouteRequest, RouteResult?> answer) : BoundRoute
    {
        public override double? LargestLearningRate() => learningRate?.Invoke();

        public override RouteResult? Answer(RouteRequest request) => answer(request);
    }
}
