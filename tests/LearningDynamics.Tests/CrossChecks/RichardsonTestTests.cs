using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.CrossChecks;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>The norms of Richardson's extrapolation on series whose expansion in the learning rate is known.</summary>
public class RichardsonTestTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20180619, 20240507);

    private static readonly double[] Exact = [1, 2, 3], FirstOrder = [0.5, -1, 2], SecondOrder = [3, 1, -1];

    [Fact]
    public void Norms_follow_from_the_expansion_in_the_rate()
    {
        // v(eta) = e + eta g + eta^2 h: R_a = e - eta^2 h / 2, R_b = e - eta^2 h / 8, B = 3 eta^2 |h| / 8, Q = e.
        const double Rate = 0.25;
        RichardsonTest test = Expand(Rate);
        double second = Rate * Rate * Math.Sqrt(11);

        Assert.Equal(3 * second / 8, test.Bound, 1e-14);
        Assert.Equal(second / 8, test.LimitDeviation, 1e-14);
        Assert.Equal(0, test.RefinedDeviation, 1e-14);
        Assert.Equal(Norm(At(Rate / 4).Select(value => value - 7)), test.Change, 1e-14);
        Assert.Equal(Norm(At(Rate / 4)), test.Scale, 1e-14);
    }

    [Fact]
    public void The_order_is_that_of_the_leading_term()
    {
        Assert.Equal(1, Expand(1e-6).Order, 1e-5);
        Assert.Equal(2, RichardsonTest.Of(0, [1 + 0.16], [1 + 0.04], [1 + 0.01], [1]).Order, 1e-12);
    }

    [Fact]
    public void A_second_order_method_satisfies_both_limits_as_well()
    {
        RichardsonTest test = RichardsonTest.Of(0, [1 + 0.16], [1 + 0.04], [1 + 0.01], [1]);

        Assert.True(test.LimitDeviation <= test.Bound);
        Assert.True(test.RefinedDeviation <= test.Bound / 2);
    }

    [Fact]
    public void Runs_are_settled_once_the_bound_is_a_ten_thousandth_of_the_change()
    {
        RichardsonTest test = new(Change: 1, FirstDifference: 0.1, SecondDifference: 0.05, Bound: 1e-4, LimitDeviation: 0, RefinedDeviation: 0, Scale: 1);

        Assert.True(test.IsSettled);
        Assert.False((test with { Bound = 1.0001e-4 }).IsSettled);
    }

    [Fact]
    public void Runs_that_differ_by_a_millionth_of_a_millionth_of_the_scale_are_rounding()
    {
        RichardsonTest test = new(Change: 0, FirstDifference: 3e-12, SecondDifference: 0, Bound: 1, LimitDeviation: 0, RefinedDeviation: 0, Scale: 3);

        Assert.True(test.IsRounding && test.IsSettled);
        Assert.False((test with { FirstDifference = 3.1e-12 }).IsRounding);
        Assert.True(RichardsonTest.Of(0, [0], [0], [0], [0]).IsRounding);
    }

    [Fact]
    public void What_is_not_a_number_neither_settles_nor_is_rounding()
    {
        RichardsonTest test = RichardsonTest.Of(0, [double.NaN], [1], [1], [1]);

        Assert.False(test.IsSettled || test.IsRounding);
    }

    [Fact]
    public void Scaling_the_series_scales_every_norm_and_keeps_the_order() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), exponent =>
    {
        double scale = Math.ScaleB(1, exponent % 100);
        RichardsonTest test = Expand(0.25), scaled = RichardsonTest.Of(7 * scale, Times(At(0.25), scale), Times(At(0.125), scale), Times(At(0.0625), scale), Times(Exact, scale));
        return scaled.Order == test.Order && scaled.Bound == scale * test.Bound && scaled.LimitDeviation == scale * test.LimitDeviation && scaled.IsSettled == test.IsSettled;
    }).Check(Repeatable);

    private static RichardsonTest Expand(double rate) => RichardsonTest.Of(7, At(rate), At(rate / 2), At(rate / 4), Exact);

    private static double[] At(double rate) => [.. Exact.Select((value, index) => value + (rate * FirstOrder[index]) + (rate * rate * SecondOrder[index]))];

    private static double[] Times(double[] values, double scale) => [.. values.Select(value => scale * value)];

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));
}
