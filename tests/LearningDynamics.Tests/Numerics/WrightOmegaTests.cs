using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Numerics;

public class WrightOmegaTests
{
    [Theory]
    [InlineData(0, 1e-300, 5e-301)]
    [InlineData(0, 1, 0.44285440100238858)]
    [InlineData(2, 5, 0.47750833030769835)]
    [InlineData(-1, 1e-9, 7.3105857855813750e-10)]
    [InlineData(30, 1e9, 9.3571851706126229e-5)]
    [InlineData(-1000, 1e6, 1013.8144962292105)]
    [InlineData(0, double.MaxValue, 709.78271289338400)]
    [InlineData(1e5, double.MaxValue, 0)]
    public void The_growth_of_the_logarithm_is_exact(double start, double duration, double expected) =>
        Assert.Equal(expected, WrightOmega.LogarithmGrowth(start, duration), 1e-14 * expected);

    [Fact]
    public void The_growth_satisfies_its_equation()
    {
        foreach (double start in (double[])[-30, -3, -1e-9, 0, 0.4, 3, 30])
        {
            foreach (double duration in (double[])[1e-200, 1e-9, 0.3, 1, 7, 1e5, 1e300])
            {
                double growth = WrightOmega.LogarithmGrowth(start, duration);
                double exponential = growth < 1 ? Math.Exp(start) * Functions.ExpMinusOne(growth) : Math.Exp(start + growth) - Math.Exp(start);
                double left = growth + exponential;
                // The exponential turns the growth's absolute error, some units in the last place of start and growth, into a relative one.
                Assert.Equal(duration, left, 1e-15 * (4 + Math.Abs(start) + growth) * duration);
            }
        }
    }

    [Fact]
    public void An_infinite_duration_gives_infinite_growth() =>
        Assert.Equal(double.PositiveInfinity, WrightOmega.LogarithmGrowth(0, double.PositiveInfinity));

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("start", () => WrightOmega.LogarithmGrowth(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => WrightOmega.LogarithmGrowth(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => WrightOmega.LogarithmGrowth(0, double.NaN));
    }
}
