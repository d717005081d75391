using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.MLNet.Tests;

/// <summary>ML.NET against the managed trainer in double precision, which shares no code with it; the allowed distance follows from the arithmetic.</summary>
public class MLNetTrainerTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void It_descends_the_logistic_loss_example_by_example(bool hasBias, bool isShuffled) => AssertFollows(Plan(hasBias, isShuffled), Rounding.OfLogisticStep);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_descends_the_hinge_loss_example_by_example(bool hasBias) => AssertFollows(Hinge(hasBias), Rounding.OfHingeStep);

    [Fact]
    public void The_frequencies_of_examples_count()
    {
        TrainingPlan plan = Plan(hasBias: true, isShuffled: false);
        AssertFollows(plan with { Data = plan.Data.WithFrequencies(0.5, 0.125, 0.25, 0.125) }, Rounding.OfLogisticStep);
    }

    [Fact]
    public void A_rate_that_is_off_by_a_percent_is_noticed()
    {
        TrainingPlan plan = Plan(hasBias: true, isShuffled: false);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertFollows(plan, Rounding.OfLogisticStep, learningRate: 1.01 * plan.LearningRate));
    }

    [Fact]
    public void Looking_at_every_step_changes_no_bit()
    {
        TrainingPlan plan = Plan(hasBias: true, isShuffled: true);
        Assert.Equal(Weights(Train(plan with { ObservationSteps = ObservationSteps.None }).Network), Weights(Train(plan).Network));
    }

    [Fact]
    public void It_starts_at_the_given_weights_to_the_bit()
    {
        var network = Network.FromWeights(new DenseLayer(3, 1, [0.1f, -3e-7f, 12345.678f], bias: [-1e-20f]));
        var data = Dataset.FromExamples([[1, 2, 3]], [1.0]);
        Network start = Train(new() { Network = network, Data = data, Loss = Loss.Logistic, LearningRate = 1, Precision = Precision.Single }).Network;
        Assert.Equal(Weights(network), Weights(start));
    }

    [Theory]
    [InlineData("hidden layers")]
    [InlineData("convolution layers")]
    [InlineData("several")]
    [InlineData("activation")]
    [InlineData("masks")]
    [InlineData("SquaredLoss")]
    [InlineData("neither 0 nor 1")]
    [InlineData("Momentum")]
    [InlineData("double")]
    [InlineData("larger batches")]
    public void What_ML_NET_does_not_do_exactly_is_refused_by_name(string feature)
    {
        TrainingPlan plan = Unsupported(Plan(hasBias: true, isShuffled: false), feature);
        Assert.Contains(feature, new MLNetTrainer().Supports(plan).Missing, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Train(plan));
    }

    [Fact]
    public void Weights_that_grow_without_bound_are_a_numerical_failure()
    {
        TrainingPlan plan = Plan(hasBias: true, isShuffled: false) with { LearningRate = 2e38, Data = Dataset.FromExamples([[10, 10]], [1.0]) };
        Assert.Throws<NumericalFailureException>(() => Train(plan));
    }

    [Fact]
    public void It_can_be_cancelled_and_says_who_it_is()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => new MLNetTrainer().Train(Plan(hasBias: true, isShuffled: false), cancellation: cancelled.Token));
        TrainingResult result = Train(Plan(hasBias: true, isShuffled: false));
        Assert.Equal("mlnet", result.TrainerName);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.TrainerVersion);
    }

    private static TrainingPlan Plan(bool hasBias, bool isShuffled) => new()
    {
        Network = Network.FromWeights(new DenseLayer(2, 1, [0.25, -0.5], bias: hasBias ? [0.125] : [])),
        Data = Dataset.FromExamples([[1, 0.5], [-0.5, 1], [0.75, -1], [0.25, 0.25]], [1.0, 0, 1, 0]),
        Loss = Loss.Logistic,
        LearningRate = 0.5,
        Steps = 41,
        Batches = BatchScheme.SingleExample(isShuffled),
        Precision = Precision.Single,
        Seed = 7,
        ObservationSteps = ObservationSteps.EveryStep,
    };

    private static TrainingPlan Hinge(bool hasBias) => Plan(hasBias, isShuffled: false) with
    {
        Data = Dataset.FromExamples([[1, 0.5], [-0.5, 1], [0.75, -1], [0.25, 0.25]], [1.0, -1, 1, -1]),
        Loss = Loss.Hinge(0.7f),
        LearningRate = 0.3,
    };

    private static TrainingPlan Unsupported(TrainingPlan plan, string feature) => feature switch
    {
        "hidden layers" => plan with { Network = Network.FromWeights([[1.0, 1]], [1.0]) },
        "convolution layers" => plan with { Network = plan.Network.Behind(new ConvolutionLayer(new(1, 1, 2), 1, 1, [1.0])) },
        "several" => plan with { Network = Network.FromWeights(new DenseLayer(2, 2, [1, 1, 1, 1])), Data = Dataset.FromExamples([[1, 0.5]], [new double[] { 1, 0 }]) },
        "activation" => plan with { Network = Network.FromWeights(new DenseLayer(2, 1, [1, 1], Activation.Relu)) },
        "masks" => plan with { Network = Network.FromWeights(new DenseLayer(2, 1, [1, 0], mask: [true, false])) },
        "SquaredLoss" => plan with { Loss = Loss.Squared },
        "neither 0 nor 1" => plan with { Data = Dataset.FromExamples([[1, 0.5]], [0.5]) },
        "Momentum" => plan with { Optimizer = Optimizer.Momentum() },
        "double" => plan with { Precision = Precision.Double },
        _ => plan with { Batches = BatchScheme.FullBatch },
    };

    private static void AssertFollows(TrainingPlan plan, Func<TrainingPlan, double, double> bound, double? learningRate = null)
    {
        List<double[]> expected = [], actual = [];
        new ManagedTrainer().Train(plan with { Precision = Precision.Double }, (_, network) => expected.Add(Weights(network)));
        new MLNetTrainer().Train(plan with { LearningRate = learningRate ?? plan.LearningRate }, (_, network) => actual.Add(Weights(network)));

        Assert.Equal(plan.Steps + 1, actual.Count);
        double step = bound(plan, expected.Max(weights => weights.Max(Math.Abs)));
        for (int k = 0; k < expected.Count; k++)
            Assert.All(expected[k].Zip(actual[k]), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, k * step));
    }

    private static TrainingResult Train(TrainingPlan plan) => new MLNetTrainer().Train(plan);

    private static double[] Weights(Network network) => [.. network.Layers[0].Weights, .. network.Layers[0].Bias];
}
