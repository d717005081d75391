using LearningDynamics.Experiments;

namespace LearningDynamics.Reports.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0.71345, 0.0213, "0.713 ± 0.021")]
    [InlineData(-1234.5, 20, "-1234 ± 20")]
    [InlineData(12.345, 3, "12.3 ± 3")]
    [InlineData(0, 0.1, "0 ± 0.1")]
    [InlineData(2, 0, "2 ± 0")]
    [InlineData(1e-3, 5, "0.001 ± 5")]
    [InlineData(1, double.NaN, "1 ± –")]
    public void A_number_is_written_as_far_as_its_spread_reaches(double number, double spread, string expected)
    {
        Assert.Equal(expected, NumberText.WithSpread(number, spread));
    }

    [Fact]
    public void A_negative_zero_is_shown_as_zero()
    {
        Assert.Equal("0", NumberText.Short(-0.0));
        Assert.Equal("0", NumberText.Rounded(-0.0, 6));
        Assert.Equal("0", NumberText.Of(FindingValue.Of(-0.0)));
    }

    [Fact]
    public void A_small_negative_number_keeps_its_sign() => Assert.Equal("-1e-300", NumberText.Short(-1e-300));

    [Fact]
    public void What_is_no_number_is_a_dash()
    {
        Assert.Equal(NumberText.Missing, NumberText.Short(double.NaN));
        Assert.Equal(NumberText.Missing, NumberText.Long(null));
        Assert.Equal(NumberText.Missing, NumberText.Of((FindingValue?)null));
    }
}
