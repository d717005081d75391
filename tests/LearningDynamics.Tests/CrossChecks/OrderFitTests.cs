using LearningDynamics.CrossChecks;

namespace LearningDynamics.Tests.CrossChecks;

public class OrderFitTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Sixteen_rates_span_a_factor_of_sixteen_in_ever_finer_whole_steps(long coarsest)
    {
        long[] steps = OrderFit.StepsAnInterval(coarsest);

        Assert.Equal(16, steps.Length);
        Assert.Equal(coarsest, steps[0]);
        Assert.Equal(16 * coarsest, steps[^1]);
        for (int index = 1; index < steps.Length; index++)
        {
            Assert.True(steps[index] > steps[index - 1]);
            // Geometric, up to rounding to whole steps.
            Assert.Equal(coarsest * Math.Pow(16, index / 15.0), steps[index], 0.5);
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 1e-7)]
    [InlineData(0.25, 1e7)]
    public void The_slope_of_a_power_law_is_its_exponent(double exponent, double prefactor)
    {
        double[] rates = [.. OrderFit.StepsAnInterval(8).Select(steps => 1.0 / steps)];
        double[] deviations = [.. rates.Select(rate => prefactor * Math.Pow(rate, exponent))];

        Assert.Equal(exponent, OrderFit.Slope(rates, deviations), 1e-12);
    }

    [Fact]
    public void A_deviation_that_stays_where_it_is_has_slope_0()
    {
        double[] rates = [.. OrderFit.StepsAnInterval(8).Select(steps => 1.0 / steps)];

        Assert.Equal(0, OrderFit.Slope(rates, [.. rates.Select(_ => 0.01)]), 1e-12);
    }
}
