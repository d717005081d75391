using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class CheckSummaryTests
{
    private static readonly CrossCheckDescriptor Check = new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise);

    [Fact]
    public void The_worst_verdict_is_the_one_with_the_largest_share_of_its_bound() =>
        Assert.Equal("Near", Worst(Verdict("Far", 5, 100), Verdict("Near", 0.9, 1), Verdict("Exact", 0, 0)));

    [Fact]
    public void A_failure_is_worse_than_any_success() =>
        Assert.Equal("Failed", Worst(Verdict("Passed", 0.99, 1), Verdict("Failed", 0.1, 1) with { Passed = false }));

    [Fact]
    public void A_failure_without_a_number_is_the_worst() =>
        Assert.Equal("Label", Worst(Verdict("Huge", 1e300, 1), Verdict("Label", null, null) with { Passed = false }));

    [Fact]
    public void A_success_without_a_number_is_no_worse_than_any_other() =>
        Assert.Equal("Logit", Worst(Verdict("Label", null, null), Verdict("Logit", 0, 1)));

    [Fact]
    public void Anything_above_a_bound_of_zero_is_an_infinite_share_of_it()
    {
        Assert.Equal(double.PositiveInfinity, CheckOutcome.Share(Verdict("Count", 1, 0)));
        Assert.Equal(0, CheckOutcome.Share(Verdict("Count", 0, 0)));
        Assert.Null(CheckOutcome.Share(Verdict("Label", null, null)));
    }

    [Fact]
    public void A_check_is_summed_up_over_the_points_at_which_it_was_judged()
    {
        RunPoint good = Point(Verdict("Logit", 0.5, 1), Verdict("Confidence", 0.1, 1));
        RunPoint bad = Point(Verdict("Logit", 2, 1), Verdict("Confidence", 0.1, 1));
        var run = new ExperimentRun { Id = "any", DeclaredChecks = 1, Points = [good, bad, Point()] };

        CheckSummary summary = Assert.Single(CheckSummary.Of(run));

        Assert.False(summary.Passed);
        Assert.Equal(2, summary.Points.Length);
        Assert.Same(bad, Assert.Single(summary.Failed).Point);
        Assert.Equal(2, summary.Worst.Deviation);
    }

    private static string Worst(params Verdict[] verdicts) => Assert.Single(CheckOutcome.Of(Point(verdicts))).Worst.Quantity;

    private static RunPoint Point(params Verdict[] verdicts) => new() { Parameters = [], Checks = [.. verdicts] };

    private static Verdict Verdict(string quantity, double? deviation, double? bound) => new()
    {
        Check = Check,
        QuantityKind = QuantityKind.Observable,
        Quantity = quantity,
        Passed = deviation is null || deviation <= bound,
        Deviation = deviation,
        Bound = bound,
        Explanation = string.Empty,
    };
}
