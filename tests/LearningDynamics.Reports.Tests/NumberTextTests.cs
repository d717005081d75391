using LearningDynamics.Experiments;

namespace LearningDynamics.Reports.Tests;

public sealed class NumberTextTests
{
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
