using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

/// <summary>Made-up runs.</summary>
internal static class SampleRuns
{
    private static readonly CrossCheckDescriptor Pointwise = new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise) { Relative = 1e-9 };
    private static readonly CrossCheckDescriptor Order = new(Route.ClosedForm, Route.Trained, CrossCheckKind.Order);

    /// <summary>Three points, three routes, two observables.</summary>
    public static ExperimentRun Sweep { get; } = new()
    {
        Id = "sample/sweep",
        Summary = "One class, one hidden neuron: the logit climbs along a sigmoid.",
        Source = "arXiv:1809.06848, Theorem 3.4",
        Parameters = [new("InputNorm", "||x||", "Norm of the inputs."), new("Duration", null, null)],
        DeclaredChecks = 2,
        Points = [SweepPoint(0.5), SweepPoint(1), SweepPoint(2)],
    };

    /// <summary>One point, with events, a map over one axis, maps over two, labels, flags and missing values, and a failed verdict.</summary>
    public static ExperimentRun Maps { get; } = new()
    {
        Id = "sample/maps",
        DeclaredChecks = 2,
        Points =
        [
            new()
            {
                Parameters = [new("Neurons", ParameterValue.Integer(16)), new("Loss", ParameterValue.Choice("CrossEntropy")), new("Balanced", ParameterValue.Flag(true))],
                Routes = [MapRoute(Route.ClosedForm), MapRoute(Route.Flow)],
                Checks = [SampleResults.Verdict(Pointwise, "Logit", 0, 1e-9), SampleResults.Verdict(Pointwise, "Share1", 0.02, 1e-9)],
            },
        ],
    };

    /// <summary>One route, and no cross-check.</summary>
    public static ExperimentRun Shown { get; } = new()
    {
        Id = "sample/shown",
        DeclaredChecks = 0,
        Points = [new() { Parameters = [], Routes = [MapRoute(Route.Trained)] }],
    };

    /// <summary>One of its points was finished, and a route of that failed.</summary>
    public static ExperimentRun Interrupted { get; } = new()
    {
        Id = "sample/interrupted",
        Summary = "Breaks off.",
        DeclaredChecks = 1,
        IsComplete = false,
        Points = [new() { Parameters = [new("Duration", ParameterValue.Number(1e6))], Failures = [new("flow", "The step became smaller than rounding allows at t = 3.2.")] }],
    };

    private static RunPoint SweepPoint(double norm) => new()
    {
        Parameters = [new("InputNorm", ParameterValue.Number(norm)), new("Duration", ParameterValue.Number(20))],
        Routes = [SweepRoute(Route.ClosedForm, norm, 0), SweepRoute(Route.Flow, norm, 1e-11), SweepRoute(Route.Trained, norm, 1e-3)],
        Checks =
        [
            SampleResults.Verdict(Pointwise, "Logit", 1e-11, 1e-9),
            SampleResults.Verdict(Pointwise, "Confidence", 2e-10 * norm, 1e-9),
            SampleResults.Verdict(Order, "Logit", 1e-6, 4e-6),
        ],
    };

    private static RouteResult SweepRoute(Route route, double norm, double error)
    {
        ImmutableArray<double> times = [.. Enumerable.Range(0, 201).Select(index => 20.0 * index / 200)];
        double Logit(double time) => (norm * (time - 8)) + (error * Math.Sin(time));
        return new()
        {
            Route = route,
            Trajectory = new(
                times,
                [
                    new("Logit", [.. times.Select(Logit)]),
                    new("Confidence", [.. times.Select(time => 1 / (1 + Math.Exp(-Logit(time))))]),
                ]),
            Findings =
            [
                new("Outcome", FindingValue.Of("Learned")),
                new("CollapseTime", FindingValue.Missing, IsEventTime: true),
                new("TimeToConfidence", FindingValue.Of(8 + (2.94 / norm) + error)),
                new("SignsKept", FindingValue.Of(true)),
            ],
            Work = [new("steps", 41)],
        };
    }

    private static RouteResult MapRoute(Route route) => new()
    {
        Route = route,
        Trajectory = new([0, 1, 2, 5], [new("Share1", [0, 0.25, 0.5, route == Route.Flow ? 1.02 : 1]), new("Logit", [-3, -1, 0.125, 2])]),
        Findings = [new("DeathTime", FindingValue.Of(1.5), IsEventTime: true)],
        EventTimes = [1.5],
        Maps =
        [
            new("Kernel", new([new("Distance", [0, 1, 2, 3])], [FindingValue.Of(1), FindingValue.Of(0.5), FindingValue.Missing, FindingValue.Of(0.1)])),
            new("Outcome", new([new("OutputWeight", [-1, 0, 1]), new("Preactivation", [0.1, 0.2])], [.. new[] { "Collapsed", "Collapsed", null, "Separatrix", "Learned", "Learned" }.Select(FindingValue.Of)])),
            new("Time", new([new("OutputWeight", [-1, 0, 1]), new("Preactivation", [0.1, 0.2])], [.. new double?[] { 1, 2, 3, null, 5, 6 }.Select(FindingValue.Of)])),
        ],
    };
}
