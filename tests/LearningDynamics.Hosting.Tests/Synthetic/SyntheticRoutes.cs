using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting.Tests.Synthetic;

/// <summary>exp(-rate t) and its slope, and the value again as so many components.</summary>
internal sealed class SyntheticClosedForm(double rate, int components = 0) : BoundRoute
{
    public override RouteResult? Answer(RouteRequest request) => SyntheticAnswers.Decay(Route.ClosedForm, request.Times.AsSpan(), time => Math.Exp(-rate * time), rate, components);
}

/// <summary>Makes the route when it is asked, so that a failure happens in the run.</summary>
internal sealed class DelayedClosedForm(Func<BoundRoute> route) : BoundRoute
{
    public override RouteResult? Answer(RouteRequest request) => route().Answer(request);
}

/// <summary>The same decay, as a power of its value after a unit of time, by a clock that may be wrong.</summary>
internal sealed class SyntheticExactFlow(double rate, Func<double, double> clock) : BoundRoute
{
    public override RouteResult? Answer(RouteRequest request)
    {
        double unit = Math.Exp(-rate);
        return SyntheticAnswers.Decay(Route.Flow, request.Times.AsSpan(), time => Math.Pow(unit, clock(time)), rate) with { Work = [new("evaluations", 42)] };
    }
}

/// <summary>A flow that does as it is told.</summary>
internal sealed class SyntheticFlow(Func<RouteRequest, RouteResult?> answer) : BoundRoute
{
    public override RouteResult? Answer(RouteRequest request) => answer(request);
}

/// <summary>Puts answers together.</summary>
internal static class SyntheticAnswers
{
    public static RouteResult Decay(Route route, ReadOnlySpan<double> times, Func<double, double> value, double rate, int components = 0)
    {
        var trajectory = new TrajectoryWriter(times);
        foreach (double time in times)
        {
            trajectory.Next();
            trajectory.Add("Value", value(time));
            trajectory.Add("Slope", -rate * value(time));
            trajectory.Add("Value", Enumerable.Repeat(value(time), components).ToArray());
        }

        var findings = new FindingsWriter();
        findings.Add("HalfLife", Math.Log(2) / rate);
        findings.Add("Outcome", "Halved");
        findings.Add("Revival", (double?)null);
        return new() { Route = route, Trajectory = trajectory.Finish(), Findings = findings.Findings };
    }

    public static RouteResult Single(Route route, string observable, double value) => new()
    {
        Route = route,
        Trajectory = new([0], [new(observable, [value])]),
    };
}
