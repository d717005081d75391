using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing.Tests;

/// <summary>Runs made up for the tests: two routes that agree up to rounding.</summary>
internal static class ExampleRun
{
    private static readonly CrossCheckDescriptor Check = new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise) { Relative = 1e-9 };

    /// <summary>A run at one point, whose observable decays at a rate; the flow is off by rounding.</summary>
    public static ExperimentRun Create(double rate = 0.5, double rounding = 1e-13, int intervals = 200) => new()
    {
        Id = "example/decay",
        Summary = "How fast does a weight decay?",
        Source = "Nobody (2024), Figure 1",
        DeclaredChecks = 1,
        Points = [Point(rate, rounding, intervals)],
    };

    public static Verdict Verdict(bool passed, double deviation = 1e-13) => new()
    {
        Check = Check,
        QuantityKind = QuantityKind.Observable,
        Quantity = "Weight",
        Passed = passed,
        Deviation = deviation,
        Bound = 1e-9,
        Explanation = FormattableString.Invariant($"Weight: largest deviation {deviation:G3} at t = 4 over 201 times; allowed 1E-09."),
        Evidence = [new("worstTime", 4)],
    };

    public static ResultSet Results(params ImmutableArray<ExperimentRun> runs) => new(
        new()
        {
            Processor = "a processor",
            ProcessorCount = 2,
            VectorBits = 256,
            Runtime = "a runtime",
            OperatingSystem = "an operating system",
            Packages = [],
            Trainer = "managed 1",
        },
        runs);

    private static RunPoint Point(double rate, double rounding, int intervals) => new()
    {
        Parameters =
        [
            new("Rate", ParameterValue.Number(rate)),
            new("Neurons", ParameterValue.Integer(16)),
            new("Activation", ParameterValue.Text("ReLU")),
        ],
        Routes = [Answer(Route.ClosedForm, rate, 0, intervals), Answer(Route.Flow, rate, rounding, intervals)],
        Checks = [Verdict(passed: true, rounding)],
    };

    private static RouteResult Answer(Route route, double rate, double rounding, int intervals)
    {
        double[] times = [.. Enumerable.Range(0, intervals + 1).Select(index => 4.0 * index / intervals)];
        return new()
        {
            Route = route,
            Trajectory = new([.. times], [new("Weight", [.. times.Select(time => Math.Exp(-rate * time) * (1 + rounding))])]),
            Findings =
            [
                new("Outcome", FindingValue.Of("Learned")),
                new("HalfTime", FindingValue.Of(Math.Log(2) / rate * (1 + rounding))),
                new("CollapseTime", FindingValue.Missing),
                new("SignsKept", FindingValue.Of(true)),
            ],
            Maps = [new("Outcome", new([new("Start", [0, 1])], [FindingValue.Of("Inactive"), FindingValue.Of("Learned")]))],
            Work = [new("steps", 57 + (long)(rounding * 1e15))],
        };
    }
}
