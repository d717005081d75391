using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class LossTests
{
    [Fact]
    public void Values_are_the_formulas()
    {
        Assert.Equal(Math.Log(1 + Math.Exp(-2)) + (0.25 * Math.Log(1 + Math.Exp(3))) + (0.75 * Math.Log(1 + Math.Exp(-3))), Loss.Logistic.Value([2, -3], [1, 0.25]), 1e-15);
        Assert.Equal(-Math.Log(Math.Exp(2) / (Math.Exp(1) + Math.Exp(2) + Math.Exp(-1))), Loss.Softmax.Value([1, 2, -1], [0, 1, 0]), 1e-15);
        Assert.Equal(1.5 + 0.25, Loss.Hinge(2).Value([0.5, -1.75, 3], [1, -1, 1]));
        Assert.Equal((4 + 9) / 2.0, Loss.Squared.Value([3, -1], [1, 2]));
        Assert.Equal((0.0625 + 0.25) / 2, Loss.SquaredProbability.Value([Math.Log(3), 0], [1, 0]), 1e-15);
    }

    [Fact]
    public void Tails_neither_overflow_nor_vanish()
    {
        Assert.Equal(Math.Exp(-40), Loss.Logistic.Value([40], [1]), 1e-15 * Math.Exp(-40));
        Assert.Equal(1000, Loss.Logistic.Value([-1000], [1]));
        Assert.Equal(Math.Exp(-40), Loss.Softmax.Value([40, 0], [1, 0]), 1e-15 * Math.Exp(-40));
        Assert.Equal(2000, Loss.Softmax.Value([-1000, 1000], [1, 0]));
        Assert.Equal(Math.Exp(-80) / 2, Loss.SquaredProbability.Value([40], [1]), 1e-15 * Math.Exp(-80));
    }

    [Fact]
    public void The_mean_weighs_the_examples()
    {
        Network network = Network.FromWeights(new DenseLayer(1, 1, [2]));
        Dataset data = Dataset.FromExamples([[1], [2]], [1, 1]);
        Assert.Equal((0.5 * 0.5) + (0.5 * 4.5), Loss.Squared.Mean(network, data));
        Assert.Equal(0.125 * 4.5, Loss.Squared.Mean(network, data.WithFrequencies(0, 0.125)));
    }

    [Fact]
    public void A_probability_has_targets_between_0_and_1() => Assert.Throws<ArgumentException>(() => new ManagedTrainer().Train(
        TestPlans.SingleMode() with { Data = Dataset.FromExamples([[1, 0]], [1.5]), Loss = Loss.SquaredProbability }));

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void A_margin_is_above_0(double margin) =>
        Assert.Equal("margin", Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Hinge(margin)).ParamName);
}
