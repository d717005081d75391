using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Numerics;

public class PowerLawTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(3)]
    public void The_exponent_of_a_power_is_found_whatever_its_factor_and_sign(double exponent)
    {
        double[] times = PowerLaw.LastDecade(1e4);
        foreach (double factor in (double[])[1, -7, 1e-200])
            Assert.Equal(exponent, PowerLaw.Exponent(times, [.. times.Select(t => factor * Math.Pow(t, exponent))])!.Value, 1e-12);
    }

    [Fact]
    public void It_is_the_slope_of_least_squares()
    {
        // ln t = 0, 1, 2 and ln value = 0, 0, 3: the slope is (2 * 3 / 2) / 2 = 1.5.
        Assert.Equal(1.5, PowerLaw.Exponent([1, Math.E, Math.E * Math.E], [1, 1, Math.Exp(3)])!.Value, 1e-14);
    }

    [Fact]
    public void A_zero_has_no_logarithm_and_there_is_no_exponent() => Assert.Null(PowerLaw.Exponent([1, 2, 3], [1, 0, 1]));

    [Fact]
    public void The_last_decade_ends_at_the_horizon_and_has_equal_ratios()
    {
        double[] times = PowerLaw.LastDecade(200, 11);
        Assert.Equal(20, times[0], 1e-13);
        Assert.Equal(200, times[^1]);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(Math.Pow(10, 0.1), pair.Second / pair.First, 1e-13));
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Assert.Throws<ArgumentException>("values", () => PowerLaw.Exponent([1, 2], [1]));
        Assert.Throws<ArgumentException>("values", () => PowerLaw.Exponent([1, 2], [1, double.NaN]));
        Assert.Throws<ArgumentException>("times", () => PowerLaw.Exponent([0, 2], [1, 1]));
        Assert.Throws<ArgumentException>("times", () => PowerLaw.Exponent([2, 2], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("horizon", () => PowerLaw.LastDecade(0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => PowerLaw.LastDecade(1, 1));
    }
}
