using LearningDynamics.Experiments;
using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Tests.Emission;

/// <summary>The generator judges defaults and sweeps at compile time by the rules that the library has at run time.</summary>
public class BoundsTests
{
    private static readonly double[] Ends = [double.NegativeInfinity, -1, 0, 1, double.PositiveInfinity];
    private static readonly double[] Values = [double.NegativeInfinity, -2, -1, -0.5, 0, 0.5, 1, 2, double.PositiveInfinity, double.NaN];

    [Fact]
    public void Bounds_at_compile_time_are_the_domain_at_run_time()
    {
        foreach ((double above, double atLeast, double below, double atMost) in
            from above in Ends from atLeast in Ends from below in Ends from atMost in Ends select (above, atLeast, below, atMost))
        {
            var bounds = new BoundsModel(above, atLeast, below, atMost);
            var domain = Domain.Of(above, atLeast, below, atMost);
            Assert.Equal(domain.ToString(), bounds.ToString());
            Assert.All(Values, value => Assert.Equal(domain.Contains(value), bounds.Contains(value)));
            if (!bounds.IsEmpty(wholeNumbers: false))
                Assert.All(Values.Where(double.IsFinite).Where(value => !domain.Contains(value)), value => Assert.Equal(domain.NearestEnd(value), bounds.NearestEnd(value)));
        }
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 2, false)]
    [InlineData(0.5, 1, true)]
    [InlineData(0.5, 1.5, false)]
    public void An_open_range_is_empty_where_no_whole_number_is_inside(double above, double below, bool isEmpty) =>
        Assert.Equal(isEmpty, new BoundsModel(above, double.NegativeInfinity, below, double.PositiveInfinity).IsEmpty(wholeNumbers: true));
}
