using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class LinedUpModeTests
{
    [Theory]
    [InlineData(0.5, 0.1, Outcome.Learned)]
    [InlineData(0.5, 0, Outcome.Learned)]
    [InlineData(0.5, -0.9999999999999998, Outcome.Learned)]
    [InlineData(0.5, -1, Outcome.Separatrix)]
    [InlineData(0.5, -1.0000000000000002, Outcome.Collapsed)]
    [InlineData(0, 1, Outcome.Inactive)]
    [InlineData(-0.5, -1, Outcome.Inactive)]
    public void The_outcome_is_told_by_the_signs(double preactivation, double outputWeight, Outcome expected)
    {
        LinedUpMode mode = new(0.5, 0.5, preactivation, outputWeight);
        Assert.Equal(expected, mode.Outcome);
        Assert.Equal(expected == Outcome.Collapsed, mode.CollapseTime is not null);
        Assert.Equal(expected == Outcome.Learned, mode.TimeToConfidence(0.99) is not null);
        Assert.Equal(expected is Outcome.Separatrix, mode.TimeToConfidence(0.5) is null);
    }

    [Fact]
    public void A_collapsed_neuron_reaches_one_half_when_it_dies_and_stays()
    {
        LinedUpMode mode = new(0.7, 0.5, 0.5, -1);
        Assert.Equal(mode.CollapseTime, mode.TimeToConfidence(0.5));
        Assert.Null(mode.TimeToConfidence(0.5000001));
        Assert.Equal(0, mode.Logit(mode.CollapseTime!.Value * 1.0000001));
        Assert.Equal(mode.OutputWeight(5), mode.OutputWeight(1e6));
        Assert.Equal(0, mode.LogitSpeed(5));
    }

    [Fact]
    public void The_separatrix_decays_for_ever_and_never_arrives()
    {
        LinedUpMode mode = new(1, 1, 0.5, -0.5);
        // Near the origin u' = -u n p exactly, so that the logit falls by e^-1 in each unit of time.
        Assert.Equal(Math.Exp(-1), mode.Logit(201) / mode.Logit(200), 1e-13);
        Assert.True(mode.Logit(600) < 0);
        Assert.Equal(0, mode.Logit(double.PositiveInfinity));
        Assert.Equal(600, mode.TimeToLogit(mode.Logit(600))!.Value, 1e-9);
    }

    [Fact]
    public void The_plateau_lasts_about_the_logarithm_of_the_start()
    {
        // From u0 to 1 two balanced layers take n p t = ln(1/u0) + (Ei(1) - gamma) / 2 - (Ei(u0) - ln u0 - gamma) / 2; the last bracket is about u0.
        const double Constant = (1.895117816355937 - 0.5772156649015329) / 2;
        foreach (double start in (double[])[1e-6, 1e-9, 1e-12])
        {
            LinedUpMode mode = new(0.25, 0.5, Math.Sqrt(0.25 * start), Math.Sqrt(start / 0.25));
            Assert.Equal((Math.Log(1 / start) + Constant) / 0.125, mode.PlateauLength!.Value, 10 * start + 1e-12);
        }
        Assert.Equal(0, new LinedUpMode(1, 1, 1, 2).PlateauLength);
        Assert.Null(new LinedUpMode(1, 1, 1, -2).PlateauLength);
    }

    [Fact]
    public void The_error_is_flat_on_the_plateau_and_falls_late_with_slope_one_plus_one_over_the_logit()
    {
        LinedUpMode mode = new(1, 1, 1e-4, 1e-4);
        Assert.InRange(mode.ErrorSlope(1), -1e-7, 0);
        foreach (double t in (double[])[1e4, 1e8, 1e16])
        {
            double logit = mode.Logit(t);
            // 2 n p t = (e^u / u) (1 + 1/u + 2/u^2 + ...): the slope is -(1 + 1/u + O(1/u^2)), with a constant of about 2.
            Assert.Equal(-(1 + (1 / logit)), mode.ErrorSlope(t), 4 / (logit * logit));
        }
    }

    [Fact]
    public void The_error_slope_is_the_slope_of_the_error()
    {
        LinedUpMode mode = new(0.7, 0.5, 0.5, -0.6);
        const double Step = 1e-4;
        foreach (double t in (double[])[1, 10, 30, 1e4])
        {
            double slope = (Math.Log(mode.Error(t * Math.Exp(Step))) - Math.Log(mode.Error(t * Math.Exp(-Step)))) / (2 * Step);
            Assert.Equal(slope, mode.ErrorSlope(t), 1e-7);
        }
    }

    [Fact]
    public void Only_the_product_of_norm_and_frequency_matters_to_a_balanced_logit()
    {
        LinedUpMode one = new(0.25, 1, 0.05, 0.2);
        LinedUpMode other = new(1, 0.25, 0.1, 0.1);
        foreach (double t in (double[])[1, 20, 1e3])
            Assert.Equal(one.Logit(t), other.Logit(t), 1e-13);
    }

    [Fact]
    public void Nothing_overflows_in_the_box_or_at_its_corners_and_beyond()
    {
        double[] weights = [-1e3, -1, -1e-6, -1e-12, 0, 1e-170, 1e-12, 1e-6, 1, 1e3];
        foreach (double n in (double[])[1e-3, 1, 1e3])
        {
            foreach (double p in (double[])[1e-6, 1])
            {
                foreach (double y in weights)
                {
                    foreach (double z in weights)
                        AssertFinite(new LinedUpMode(n, p, y, z));
                }
            }
        }
    }

    [Fact]
    public void Starts_far_below_the_smallest_double_logit_still_learn()
    {
        LinedUpMode mode = new(1, 1, 1e-170, 1e-170);
        Assert.Equal(0, mode.Logit(0));
        // The logit is (1e-170)^2 e^t until it is of order 1, and the plateau's constant is that of the previous test.
        Assert.Equal((340 * Math.Log(10)) + 0.6589510757, mode.PlateauLength!.Value, 1e-8);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm", () => new LinedUpMode(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm", () => new LinedUpMode(double.PositiveInfinity, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new LinedUpMode(1, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new LinedUpMode(1, double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialPreactivation", () => new LinedUpMode(1, 1, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialOutputWeight", () => new LinedUpMode(1, 1, 1, double.NegativeInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("initialOutputWeight", () => new LinedUpMode(1, 1, 1e200, 1e200));
        LinedUpMode mode = new(1, 1, 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>("t", () => mode.Logit(-1e-300));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => mode.Logit(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => mode.Logit(double.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => mode.TimeToConfidence(1.1));
        Assert.Throws<ArgumentOutOfRangeException>("logit", () => mode.TimeToLogit(double.NaN));
        Assert.Throws<ArgumentException>("logits", () => mode.Logit([1, 2], new double[1]));
        Assert.Throws<ArgumentException>("initialOutputWeights", () => new LinedUpClass(1, 1, [1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("neuron", () => new LinedUpClass(1, 1, [1, 2], [1, 1]).DeathTime(2));
        Assert.Throws<ArgumentException>("preactivations", () => new LinedUpClass(1, 1, [1], [1]).State(0, [], new double[1]));
    }

    private static void AssertFinite(LinedUpMode mode)
    {
        foreach (double t in (double[])[0, 1e-300, 1e-6, 1, 1e3, 1e6, 1e100, 1e300])
        {
            Assert.True(double.IsFinite(mode.Logit(t)) && double.IsFinite(mode.LogitSpeed(t)), $"at {t:R}: {mode.Logit(t):R}");
            Assert.True(double.IsFinite(mode.Preactivation(t)) && double.IsFinite(mode.OutputWeight(t)), $"at {t:R}");
            Assert.InRange(mode.Confidence(t), 0, 1);
            Assert.False(double.IsNaN(mode.ErrorSlope(t)));
        }
        foreach (double logit in (double[])[-1e6, -1e-9, 0, 1e-12, 1, 30, 1e6])
            Assert.False(mode.TimeToLogit(logit) is double.NaN);
        Assert.False(mode.CollapseTime is double.NaN);
    }
}
