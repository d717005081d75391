using LearningDynamics.Data;

namespace LearningDynamics.MLNet.Tests;

public class RegularizedLogisticRegressionTests
{
    [Theory]
    [InlineData(0.01f)]
    [InlineData(0.1f)]
    [InlineData(1f)]
    [InlineData(20f)]
    public void Features_that_never_meet_have_the_shares_of_the_closed_form(float l2)
    {
        // The first feature has norm 2 in three pairs of four, the second one norm 0.5 in one pair.
        Dataset data = Pairs([2, 0], [2, 0], [2, 0], [0, 0.5]);
        double lambda = l2 / data.Count;
        LinearModel model = AssertIsMinimum(data, l2, [Weight(2, 0.75, lambda), Weight(0.5, 0.25, lambda)]);
        Assert.InRange(Math.Abs(model.Bias), 0, Bound(data, l2, model));
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(5f)]
    public void Features_that_always_meet_share_the_logit_as_the_squares_of_their_norms(float l2)
    {
        Dataset data = Pairs([1.5, 0.5], [1.5, 0.5]);
        double share = RegularizedLogisticRegression.LogitShare(2.5 * data.Count / l2);
        AssertIsMinimum(data, l2, [share * 2.25 / 2.5 / 1.5, share * 0.25 / 2.5 / 0.5]);
    }

    [Fact]
    public void A_regularisation_that_is_off_by_two_percent_is_noticed()
    {
        Dataset data = Pairs([1.5, 0.5], [1.5, 0.5]);
        double share = RegularizedLogisticRegression.LogitShare(2.5 * data.Count / 1.02);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertIsMinimum(data, l2: 1, [share * 2.25 / 2.5 / 1.5, share * 0.25 / 2.5 / 0.5]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    [InlineData(1e-3)]
    [InlineData(2)]
    [InlineData(1e6)]
    [InlineData(1e300)]
    public void The_share_solves_its_equation(double strength)
    {
        double share = RegularizedLogisticRegression.LogitShare(strength);
        // Two units of the share, and the equation's condition, 1 + share.
        Assert.Equal(strength, share * (1 + Math.Exp(share)), strength * (4 + (2 * share)) * 2.3e-16);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_outside_its_domain_is_refused(double strength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RegularizedLogisticRegression.LogitShare(strength));

    private static LinearModel AssertIsMinimum(Dataset data, float l2, double[] expected)
    {
        LinearModel model = new RegularizedLogisticRegression { L2 = l2 }.Train(data);
        double bound = Bound(data, l2, new([.. expected], 0));
        double distance = Math.Sqrt(expected.Zip(model.Weights).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        Assert.InRange(distance, 0, bound);
        return model;
    }

    /// <summary>
    /// The objective F is the sum of one loss for each example and of the regularisation in single precision: its relative rounding is below (N + 4) units. By strong convexity
    /// the weights are then known to sqrt(2 delta F / lambda), on both sides of the true minimum.
    /// </summary>
    private static double Bound(Dataset data, float l2, LinearModel minimum)
    {
        double objective = new RegularizedLogisticRegression { L2 = l2 }.Objective(data, minimum);
        return Math.Sqrt(2 * (data.Count + 4) * Rounding.Unit * objective / (l2 / data.Count));
    }

    private static double Weight(double norm, double frequency, double lambda) => RegularizedLogisticRegression.LogitShare(norm * norm * frequency / lambda) / norm;

    /// <summary>Each input as it is and mirrored, in opposite classes: then the bias is 0.</summary>
    private static Dataset Pairs(params double[][] inputs) => Dataset.FromExamples(
        [.. inputs.SelectMany(input => new[] { input, [.. input.Select(value => -value)] })],
        [.. inputs.SelectMany(_ => new[] { 1.0, -1 })]);
}
