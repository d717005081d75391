using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Exact solutions against means over runs that the route under test makes by itself, right and with planted faults.</summary>
public class EnsembleCheckTests
{
    private static readonly CrossCheckDescriptor Check = new(Route.ClosedForm, Route.Trained, CrossCheckKind.Interval) { Confidence = 0.99 };

    private readonly record struct Curve(double Value);

    private readonly record struct Shown(double? Last, string? Label);

    [Fact]
    public void A_right_route_passes_observable_by_observable_and_finding_by_finding()
    {
        ImmutableArray<Verdict> verdicts = Judge(new());

        Judgement.AssertPasses(verdicts, "Value", "Last", "Label");
        Assert.Equal(20, verdicts[0].Number("runs"));
        Assert.Equal(0.99, verdicts[0].Number("confidence"));
        Assert.Equal(10, verdicts[0].Number("points"));
        Assert.Equal(Math.Abs(verdicts[0].Number("meanDeviation")), verdicts[0].Deviation);
        Assert.Equal(verdicts[0].Number("halfWidth"), verdicts[0].Bound);
    }

    [Fact]
    public void A_biased_mean_fails_at_its_worst_time_and_so_does_its_finding()
    {
        ImmutableArray<Verdict> verdicts = Judge(new() { Bias = 0.2 });

        Verdict value = Judgement.AssertFails(verdicts, "Value");
        Assert.True(value.Deviation > value.Bound, value.Explanation);
        Judgement.AssertFails(verdicts, "Last");
    }

    [Fact]
    public void A_bias_below_the_interval_is_not_seen_and_twenty_times_the_runs_see_it()
    {
        // The standard error of 20 runs is Noise / sqrt(20) = 0.022, the bias 0.03; of 2000 runs it is 0.0022.
        Judgement.AssertPasses(Judge(new() { Bias = 0.03 }), "Value", "Last", "Label");
        Judgement.AssertFails(Judge(new() { Bias = 0.03, Runs = 2000 }), "Value");
    }

    [Fact]
    public void The_interval_is_student_s_with_bonferroni_s_correction_over_the_times_after_0()
    {
        Ensemble ensemble = new();
        Verdict value = Judge(ensemble)[0], last = Judge(ensemble)[1];

        // 1% for 10 times together leaves 0.1% for each, half of it on either side.
        double quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 19, 1 - (0.01 / 20));
        Assert.Equal(quantile * ensemble.Error((int)(10 * value.Number("worstTime"))), value.Bound!.Value, 1e-12);
        Assert.Equal(MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 19, 1 - (0.01 / 2)) * ensemble.Error(10), last.Bound!.Value, 1e-12);
    }

    [Fact]
    public void The_interval_contains_a_right_reference_as_often_as_it_says()
    {
        const int Repeats = 2000;
        CrossCheckDescriptor ninety = Check with { Confidence = 0.9 };
        int inside = Enumerable.Range(1, Repeats).Count(seed => Judge(new() { Seed = (ulong)seed, Runs = 5 }, ninety)[1].Passed);

        // Four standard deviations of a count of 2000 at 90%.
        Assert.Equal(0.9, (double)inside / Repeats, 4 * Math.Sqrt(0.09 / Repeats));
    }

    [Fact]
    public void A_label_that_differs_fails() => Judgement.AssertFails(Judge(new() { Label = "other" }), "Label");

    [Fact]
    public void A_number_without_a_standard_error_is_not_compared() =>
        Assert.Equal(["Value", "Label"], Judge(new() { HasFindingError = false }).Select(verdict => verdict.Quantity));

    [Fact]
    public void An_interval_wider_than_the_signal_fails_though_it_contains_the_reference()
    {
        Verdict value = Judge(new() { Noise = 5 })[0];

        Assert.False(value.Passed);
        Assert.True(value.Deviation <= value.Bound);
        Assert.Contains("wider than the reference's range", value.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_reference_is_judged_by_its_size_and_runs_that_cannot_differ_exactly()
    {
        Assert.True(Judge(new() { Rate = 0 })[0].Passed);
        Assert.True(Judge(new() { Rate = 0, Noise = 0 })[0].Passed);
        Assert.False(Judge(new() { Rate = 0, Noise = 0, Bias = 1e-9 })[0].Passed);
    }

    [Fact]
    public void A_route_without_standard_errors_fails()
    {
        Verdict verdict = Assert.Single(Judge(new() { HasErrors = false }));

        Assert.False(verdict.Passed);
        Assert.Equal("Nothing was compared: trained reports no standard errors.", verdict.Explanation);
    }

    [Fact]
    public void Routes_that_measured_at_other_times_or_at_time_0_alone_fail()
    {
        Assert.Contains("at different ones", Judgement.AssertFails(Judge(new() { OwnTimes = true }), "Value").Explanation, StringComparison.Ordinal);
        Assert.Contains("at no time after 0", Judgement.AssertFails(Judge(new(), Check, [0]), "Value").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_errors_of_one_run_below_0_or_of_another_length_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Judge(new() { Runs = 1 }));
        Assert.Throws<InvalidOperationException>(() => Judge(new() { ErrorFactor = -1 }));
        Assert.Throws<InvalidOperationException>(() => Judge(new() { OneErrorTooFew = true }));
    }

    private static ImmutableArray<Verdict> Judge(Ensemble ensemble, CrossCheckDescriptor? check = null, double[]? times = null)
    {
        RouteRequest request = new(times is null ? Ensemble.Times : [.. times], new ManagedTrainer());
        ExperimentDescriptor descriptor = new() { Id = "planted/ensemble", Name = "Ensemble", Parameters = [], Routes = [Route.ClosedForm, Route.Trained], CrossChecks = [Check], Bind = _ => new() { Duration = 1 } };
        return CrossChecker.Judge(check ?? Check, descriptor, descriptor.Defaults, [ensemble.Exact().Answer(request)!, ensemble.Means().Answer(request)!], new ManagedTrainer());
    }

    /// <summary>Runs that decay as e^(-Rate t), each with a normal number times t on it.</summary>
    private sealed record Ensemble
    {
        public static ImmutableArray<double> Times { get; } = [.. Enumerable.Range(0, 11).Select(k => k / 10.0)];

        public double Rate { get; init; } = 1;

        public double Noise { get; init; } = 0.1;

        public double Bias { get; init; }

        public int Runs { get; init; } = 20;

        public ulong Seed { get; init; } = 1;

        public string Label { get; init; } = "same";

        public bool HasErrors { get; init; } = true;

        public bool HasFindingError { get; init; } = true;

        public bool OwnTimes { get; init; }

        public bool OneErrorTooFew { get; init; }

        public double ErrorFactor { get; init; } = 1;

        private double[] Draws
        {
            get
            {
                var random = new RandomStream(Seed);
                return [.. Enumerable.Range(0, Runs).Select(_ => Noise * random.NextNormal())];
            }
        }

        public double Error(int k) => Times[k] * ErrorFactor * Math.Sqrt(Draws.Sum(draw => (draw - Draws.Average()) * (draw - Draws.Average())) / (Runs - 1) / Runs);

        public BoundRoute Exact() => AnsweredRoute.Create<Curve, Shown>(
            Route.ClosedForm, request => new([.. request.Times.Select(t => new Curve(Math.Exp(-Rate * t)))], new(Math.Exp(-Rate), "same")), Write, Find);

        public BoundRoute Means() => AnsweredRoute.Create<Curve, Shown>(Route.Trained, Answer, Write, Find);

        private Answer<Curve, Shown> Answer(RouteRequest request)
        {
            double mean = Draws.Average();
            double[] times = OwnTimes ? [.. request.Times.Select(t => t / 2)] : [.. request.Times];
            double error = Runs > 1 ? Error(10) : 0;
            Curve[] errors = [.. times.Skip(OneErrorTooFew ? 1 : 0).Select(t => new Curve(t * error))];
            return new([.. times.Select(t => new Curve(Math.Exp(-Rate * t) + ((mean + Bias) * t)))], new(Math.Exp(-Rate) + mean + Bias, Label))
            {
                Times = times,
                StandardErrors = HasErrors ? new(Runs, errors, new(HasFindingError ? error : null, null)) : null,
            };
        }

        private static void Write(Curve curve, TrajectoryWriter writer) => writer.Add("Value", curve.Value);

        private static void Find(Shown shown, FindingsWriter writer)
        {
            writer.Add("Last", shown.Last);
            writer.Add("Label", shown.Label);
        }
    }
}
