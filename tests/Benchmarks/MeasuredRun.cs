using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Benchmarks;

/// <summary>A run made up for benchmarks: a sweep of ten points, three routes, three observables at 201 times.</summary>
internal static class MeasuredRun
{
    public static ExperimentRun Create(double error = 0) => new()
    {
        Id = "measured/decay",
        Summary = "How fast does a weight decay?",
        DeclaredChecks = 1,
        Points = [.. Enumerable.Range(1, 10).Select(rate => Point(rate, error))],
    };

    private static RunPoint Point(double rate, double error) => new()
    {
        Parameters = [new("Rate", ParameterValue.Number(rate)), new("Duration", ParameterValue.Number(10))],
        Routes = [Answer(Route.ClosedForm, rate), Answer(Route.Flow, rate * (1 + error)), Answer(Route.Trained, rate * (1 + 1e-3))],
        Checks =
        [
            new()
            {
                Check = new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise) { Relative = 1e-9 },
                QuantityKind = QuantityKind.Observable,
                Quantity = "Weight",
                Passed = true,
                Deviation = error,
                Bound = 1e-9,
                Explanation = "Made up.",
            },
        ],
    };

    private static RouteResult Answer(Route route, double rate)
    {
        ImmutableArray<double> times = [.. Enumerable.Range(0, 201).Select(index => index / 20.0)];
        return new()
        {
            Route = route,
            Trajectory = new(times, [.. new[] { "Weight", "Norm", "Loss" }.Select((name, power) => new ObservableSeries(name, [.. times.Select(time => Math.Exp(-rate * time * (power + 1)))]))]),
            Findings = [new("HalfLife", FindingValue.Of(Math.Log(2) / rate))],
        };
    }
}
