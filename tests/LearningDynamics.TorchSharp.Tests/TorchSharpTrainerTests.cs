using LearningDynamics.Training;

namespace LearningDynamics.TorchSharp.Tests;

/// <summary>TorchSharp and the managed trainer share the plan and nothing else.</summary>
[Collection(nameof(LiveTensorTests))]
public class TorchSharpTrainerTests
{
    // 200 steps of some 100 roundings each, of relative size 1.1e-16 or 6e-8, that add up at worst and are not amplified.
    private const double DoubleTolerance = 200 * 100 * 1.1e-16;
    private const double SingleTolerance = 200 * 100 * 6e-8;

    private static readonly TorchSharpTrainer Trainer = new();

    public static TheoryData<Loss> Losses => [Loss.Logistic, Loss.Softmax, Loss.Hinge(1.5), Loss.Squared, Loss.SquaredProbability];

    public static TheoryData<Optimizer> Optimizers => [Optimizer.GradientDescent, Optimizer.Momentum(0.8), Optimizer.Adam(0.8, 0.95, 1e-6)];

    public static TheoryData<BatchScheme> Batches => [BatchScheme.MiniBatch(3, shuffled: false), BatchScheme.MiniBatch(4), BatchScheme.SingleExample()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Every_loss_agrees_with_the_managed_trainer(Loss loss) => AssertAgreement(Plans.Random(loss));

    [Theory]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Elu)]
    public void Every_activation_agrees(Activation activation) => AssertAgreement(Plans.Random(Loss.Logistic, activation));

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimiser_agrees_and_leaves_masked_weights_where_they_are(Optimizer optimizer)
    {
        TrainingPlan plan = Plans.Random(Loss.Logistic) with { LearningRate = 0.01, Optimizer = optimizer };
        bool[] mask = [.. Enumerable.Range(0, 15).Select(i => i % 3 != i / 3 % 3)];
        DenseLayer hidden = plan.Network.Layers[0];
        double[] weights = [.. hidden.Weights.ToArray().Zip(mask, (weight, exists) => exists ? weight : 0)];
        AssertAgreement(plan with { Network = Network.FromWeights(new DenseLayer(3, 5, weights, Activation.Relu, hidden.Bias, mask), plan.Network.Layers[1]) });
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_batch_scheme_looks_at_the_same_examples(BatchScheme batches) => AssertAgreement(Plans.Random(Loss.Logistic) with { Batches = batches });

    [Fact]
    public void Single_precision_agrees_to_its_own_rounding() =>
        AssertAgreement(Plans.Random(Loss.Logistic) with { Precision = Precision.Single }, SingleTolerance);

    [Fact]
    public void Equal_plans_give_equal_bits()
    {
        TrainingPlan plan = Plans.Random(Loss.Softmax) with { Batches = BatchScheme.MiniBatch(2) };
        Assert.Equal(Trainer.Train(plan).Network.Parameters(), Trainer.Train(plan).Network.Parameters());
    }

    [Fact]
    public void Only_the_asked_steps_are_observed_with_the_weights_of_a_run_that_ends_there()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared) with { LearningRate = 0.01, ObservationSteps = [3, 40] };
        var seen = new Dictionary<long, double[]>();
        Trainer.Train(plan, (step, network) => seen.Add(step, network.Parameters()));
        Assert.Equal([0, 3, 40], seen.Keys);
        Assert.Equal(plan.Network.Parameters(), seen[0]);
        Assert.Equal(Trainer.Train(plan with { Steps = 40 }).Network.Parameters(), seen[40]);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var shares = new List<double>();
        Trainer.Train(Plans.Random(Loss.Logistic) with { Steps = 1500 }, progress: new Recorder(shares));
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public void A_run_that_diverges_says_at_which_step_and_rate()
    {
        string message = Assert.Throws<Numerics.NumericalFailureException>(() => Trainer.Train(Plans.Random(Loss.Squared) with { LearningRate = 100, Steps = 1000 })).Message;
        Assert.Contains("no longer finite after step 1000", message, StringComparison.Ordinal);
        Assert.Contains("learning rate 100", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_device_agrees_with_the_processor() =>
        Assert.All(Trainer.Devices, device => AssertAgreement(Plans.Random(Loss.Logistic), trainer: Trainer.On(device)));

    [Fact]
    public void A_device_that_is_not_there_is_refused_with_those_that_are() =>
        Assert.Contains("There is no device 'tpu' here; libtorch sees cpu", Assert.Throws<ArgumentException>(() => Trainer.On("tpu")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_trainer_is_there_and_names_its_version()
    {
        Assert.True(Trainer.Presence().IsSupported, Trainer.Presence().Missing);
        TrainingResult result = Trainer.Train(Plans.Random(Loss.Squared) with { Steps = 1 });
        Assert.Equal("torchsharp", result.TrainerName);
        Assert.Matches(@"^\d+\.\d+\.\d+$", result.TrainerVersion);
    }

    private static void AssertAgreement(TrainingPlan plan, double tolerance = DoubleTolerance, ITrainer? trainer = null)
    {
        double[] expected = new ManagedTrainer().Train(plan).Network.Parameters();
        double[] actual = (trainer ?? Trainer).Train(plan).Network.Parameters();
        double scale = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance * scale);
    }

    private sealed class Recorder(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
