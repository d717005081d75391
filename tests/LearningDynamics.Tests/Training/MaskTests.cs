using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class MaskTests
{
    private static readonly bool[] Mask = [true, false, true, false, true, true, true, false, false, true, true, true];

    public static TheoryData<Optimizer, Precision> Trainings() => new()
    {
        { Optimizer.GradientDescent, Precision.Double },
        { Optimizer.GradientDescent, Precision.Single },
        { Optimizer.Momentum(), Precision.Double },
        { Optimizer.Adam(), Precision.Double },
        { Optimizer.Adam(), Precision.Single },
    };

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Training_leaves_the_weights_that_the_mask_takes_away_at_0_and_moves_all_others(Optimizer optimizer, Precision precision)
    {
        TrainingPlan plan = Plan(masked: true) with { Optimizer = optimizer, Precision = precision, Steps = 20 };
        Network trained = new ManagedTrainer().Train(plan).Network;
        for (int i = 0; i < Mask.Length; i++)
        {
            double before = plan.Network.Layers[0].Weights[i], after = trained.Layers[0].Weights[i];
            Assert.Equal(Mask[i], after != 0);
            Assert.True(!Mask[i] || after != before);
        }
    }

    [Fact]
    public void The_first_step_moves_the_other_weights_as_if_there_were_no_mask()
    {
        double[] masked = (Plan(masked: true) with { Steps = 1 }).Train(), dense = (Plan(masked: false) with { Steps = 1 }).Train();
        for (int i = 0; i < masked.Length; i++)
            Assert.Equal(i < Mask.Length && !Mask[i] ? 0 : dense[i], masked[i]);
    }

    [Fact]
    public void Copies_keep_the_mask()
    {
        Network network = Plan(masked: true).Network;
        Assert.Equal(Mask, network.Layers[0].Mask);
        Assert.Equal(Mask, network.Clone().Layers[0].Mask);
        Assert.True(network.Layers[1].Mask.IsEmpty);
    }

    [Fact]
    public void A_mask_that_does_not_fit_is_refused()
    {
        Assert.Equal("mask", Assert.Throws<ArgumentException>(() => new DenseLayer(2, 1, [1, 0], mask: [true])).ParamName);
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new DenseLayer(2, 1, [1, 0.5], mask: [true, false]));
        Assert.Equal("weights", fault.ParamName);
        Assert.Contains("0.5", fault.Message, StringComparison.Ordinal);
    }

    private static TrainingPlan Plan(bool masked)
    {
        double[] weights = [0.5, 0, -0.3, 0, 0.2, 0.4, 0.7, 0, 0, -0.1, 0.6, 0.3];
        return new()
        {
            Network = Network.FromWeights(
                new DenseLayer(3, 4, weights, Activation.Elu, [0.1, 0.2, 0.3, 0.4], masked ? Mask : default),
                new DenseLayer(4, 2, [1, -1, 0.5, 2, 0.3, 0.8, -0.4, 1])),
            Data = Dataset.FromLabels([[1, 2, 3], [-2, 1, 0.5]], [0, 1], 2),
            Loss = Loss.Softmax,
            LearningRate = 0.05,
        };
    }
}
