using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Experiments;
using LearningDynamics.Tests.Runs;

namespace LearningDynamics.Tests.Experiments;

public class DomainTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20180619, 20240507);

    [Fact]
    public void Only_finite_numbers_are_inside()
    {
        Assert.True(Domain.Everything.Contains(double.MaxValue));
        Assert.All(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity }, value => Assert.False(Domain.Everything.Contains(value)));
    }

    [Fact]
    public void Open_ends_are_outside_and_closed_ones_inside()
    {
        Domain halfOpen = Domain.Of(above: 0, atMost: 1);

        Assert.False(halfOpen.Contains(0));
        Assert.True(halfOpen.Contains(double.Epsilon));
        Assert.True(halfOpen.Contains(1));
        Assert.False(halfOpen.Contains(Math.BitIncrement(1)));
    }

    [Fact]
    public void Of_two_bounds_on_one_side_the_tighter_holds()
    {
        Assert.Equal(Domain.Of(atLeast: 2), Domain.Of(above: 1, atLeast: 2));
        Assert.Equal(Domain.Of(above: 2), Domain.Of(above: 2, atLeast: 2));
        Assert.Equal(Domain.Of(below: 2), Domain.Of(below: 2, atMost: 2));
        Assert.Equal(Domain.Of(atMost: 1), Domain.Of(below: 2, atMost: 1));
    }

    [Fact]
    public void It_is_written_as_an_interval_under_any_culture() => CultureRun.UnderEach(() =>
    {
        Assert.Equal("(-inf, inf)", Domain.Everything.ToString());
        Assert.Equal("(0.5, 1]", Domain.Of(above: 0.5, atMost: 1).ToString());
        Assert.Equal("[-1E-07, 2.5)", Domain.Of(atLeast: -1e-7, below: 2.5).ToString());
    });

    [Theory]
    [InlineData(-3, 0.0)]
    [InlineData(7, null)]
    [InlineData(double.NaN, null)]
    [InlineData(double.NegativeInfinity, 0.0)]
    public void The_nearest_end_is_offered_where_it_is_allowed(double value, double? nearest) =>
        Assert.Equal(nearest, Domain.Of(atLeast: 0, below: 1).NearestEnd(value));

    [Fact]
    public void The_nearest_whole_number_is_inside_and_no_other_is_nearer() => Prop.ForAll(ArbMap.Default.ArbFor<(int, int, bool, bool)>(), ends =>
    {
        (int first, int second, bool includesLower, bool includesUpper) = ends;
        double lower = Math.Min(first, second) / 4.0, upper = Math.Max(first, second) / 4.0;
        var domain = new Domain(lower, includesLower, upper, includesUpper);
        double? below = domain.NearestInteger(lower - 1), above = domain.NearestInteger(upper + 1);
        return below is { } least && above is { } most
            ? domain.Contains(least) && least == Math.Round(least) && !domain.Contains(least - 1) && domain.Contains(most) && !domain.Contains(most + 1)
            : !Enumerable.Range(0, (int)(upper - lower) + 3).Any(offset => domain.Contains(Math.Floor(lower) + offset));
    }).Check(Repeatable);
}
