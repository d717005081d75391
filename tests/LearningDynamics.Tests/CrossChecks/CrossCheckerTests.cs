using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>What is compared with what, point by point, and what fails because it was not compared.</summary>
public class CrossCheckerTests
{
    [Fact]
    public void The_worst_time_is_named_with_both_values()
    {
        Verdict logit = Assert.Single(Answers.Judge(Answers.ClosedForm, Answers.Flow(1.001, 2.01, 4)));

        Assert.True(logit.Passed);
        Assert.Equal(0.005, logit.Deviation!.Value, 1e-15);
        Assert.Equal(1, logit.Number("worstTime"));
        Assert.Equal(2, logit.Number("left"));
        Assert.Equal(2.01, logit.Number("right"));
        Assert.Equal(0.01, logit.Number("absoluteDeviation"), 1e-15);
        Assert.Equal(3, logit.Number("points"));
    }

    [Theory]
    [InlineData(4.019, 0, 0.02, true)]
    [InlineData(4.04, 0, 0.02, false)]
    [InlineData(4.039, 0.01, 0, true)]
    [InlineData(4.05, 0.01, 0, false)]
    [InlineData(4.05, 0.01, 0.02, true)]
    [InlineData(4.07, 0.01, 0.02, false)]
    [InlineData(4, 0, 0, true)]
    [InlineData(4.0000001, 0, 0, false)]
    public void A_point_passes_within_the_absolute_plus_the_relative_tolerance(double right, double relative, double absolute, bool passes) =>
        Assert.Equal(passes, Assert.Single(Answers.Judge(Answers.ClosedForm, Answers.Flow(1, 2, right), relative, absolute)).Passed);

    [Fact]
    public void A_relative_tolerance_alone_allows_nothing_at_zero()
    {
        RouteResult zero = Answers.Of(Route.ClosedForm, [0], [0]);

        Assert.False(Assert.Single(Answers.Judge(zero, Answers.Flow(1e-300))).Passed);
        Assert.True(Assert.Single(Answers.Judge(zero, Answers.Flow(0))).Passed);
    }

    [Theory]
    [InlineData(double.NaN, 2, 4)]
    [InlineData(1, double.NaN, 4)]
    [InlineData(1, 2, double.NaN)]
    [InlineData(double.PositiveInfinity, 2, 4)]
    public void What_is_not_a_finite_number_fails(double first, double second, double third)
    {
        Assert.False(Assert.Single(Answers.Judge(Answers.ClosedForm, Answers.Flow(first, second, third))).Passed);
        Assert.False(Assert.Single(Answers.Judge(Answers.ClosedForm, Answers.Flow(first, second, third), relative: 0, absolute: 1)).Passed);
    }

    [Fact]
    public void Routes_with_nothing_in_common_fail()
    {
        RouteResult other = Answers.Flow(1, 2, 4) with { Trajectory = new([0, 1, 2], [new("Confidence", [1, 2, 4])]) };

        Verdict nothing = Assert.Single(Answers.Judge(Answers.ClosedForm, other));
        Assert.False(nothing.Passed);
        Assert.Equal(QuantityKind.Nothing, nothing.QuantityKind);
        Assert.Equal("Nothing was compared: closed-form and flow have no observable, finding or map in common.", nothing.Explanation);
    }

    [Fact]
    public void A_missing_answer_fails() =>
        Assert.Equal(QuantityKind.Nothing, Assert.Single(Answers.Judge(Answers.ClosedForm, Answers.Of(Route.Trained, [0], [1]))).QuantityKind);

    [Fact]
    public void Answers_at_different_times_or_at_none_fail()
    {
        foreach (RouteResult right in new[] { Answers.Flow(1, 2), Answers.Of(Route.Flow, [0, 1, 2.5], [1, 2, 4]) })
        {
            Verdict logit = Assert.Single(Answers.Judge(Answers.ClosedForm, right));
            Assert.False(logit.Passed);
            Assert.Contains("at different ones", logit.Explanation, StringComparison.Ordinal);
        }

        Assert.False(Assert.Single(Answers.Judge(Answers.Of(Route.ClosedForm, [], []), Answers.Flow())).Passed);
    }

    [Fact]
    public void A_quantity_that_only_one_route_gives_is_left_out()
    {
        RouteResult right = Answers.Flow(1, 2, 4) with { Findings = [new("Steps", FindingValue.Of(3))] };

        Assert.Equal("Logit", Assert.Single(Answers.Judge(Answers.ClosedForm, right)).Quantity);
    }
}
