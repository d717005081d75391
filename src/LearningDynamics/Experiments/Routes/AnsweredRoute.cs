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
        new Implementation(learningRate, request => answer(request) is { } given ? Result(route, given, request, write, find) : null);

    private static RouteResult Result<TObservables, TFindings>(
        Route route, Answer<TObservables, TFindings> answer, RouteRequest request, Action<TObservables, TrajectoryWriter> write, Action<TFindings, FindingsWriter>? find)
        where TObservables : struct
        where TFindings : struct
    {
        ImmutableArray<double> times = answer.Times is { } own ? [.. own] : request.Times;
        RouteResult result = Result(route, Observe(answer.Observations, times, write), answer, find);
        return answer.StandardErrors is { } errors ? result with { StandardErrors = Errors(errors, times, write, find) } : result;
    }

    /// <summary>The standard errors, by the names of what they belong to.</summary>
    /// <exception cref="InvalidOperationException">There are fewer than two runs, a standard error is below 0, or there is not one for each time.</exception>
    private static StandardErrors Errors<TObservables, TFindings>(
        StandardErrors<TObservables, TFindings> errors, ImmutableArray<double> times, Action<TObservables, TrajectoryWriter> write, Action<TFindings, FindingsWriter>? find)
        where TObservables : struct
        where TFindings : struct
    {
        if (errors.Runs < 2)
            throw new InvalidOperationException($"Standard errors come from at least two runs, not {errors.Runs}.");
        var findings = new FindingsWriter();
        find?.Invoke(errors.Findings, findings);
        var named = new StandardErrors(errors.Runs, Observe(errors.Observations, times, write).Observables, findings.Findings);
        return named.Observables.All(series => series.Values.All(value => value >= 0)) && named.Findings.All(finding => finding.Value.AsNumber is not < 0)
            ? named
            : throw new InvalidOperationException("A standard error is at least 0.");
    }

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
    private static Trajectory Observe<TObservables>(IReadOnlyList<TObservables> observations, ImmutableArray<double> times, Action<TObservables, TrajectoryWriter> write)
        where TObservables : struct
    {
        if (!Enumerable.Range(1, Math.Max(0, times.Length - 1)).All(index => times[index - 1] < times[index]))
            throw new InvalidOperationException("The times of an answer must increase.");
        if (observations.Count != times.Length)
            throw new InvalidOperationException($"An answer holds one observation for each time: there are {times.Length} times and {observations.Count} observations.");
        var trajectory = new TrajectoryWriter(times.AsSpan());
        foreach (TObservables observation in observations)
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
