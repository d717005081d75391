using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>PyTorch and the managed trainer share the plan and nothing else; their weights agree up to rounding.</summary>
public class AgreementTests
{
    // 200 steps of some 100 roundings each, of relative size 1.1e-16 or 6e-8, that add up at worst and are not amplified: these plans
    // are contractions or nearly so.
    internal const double DoubleTolerance = 200 * 100 * 1.1e-16;
    private const double SingleTolerance = 200 * 100 * 6e-8;

    public static TheoryData<string> Losses => ["logistic", "softmax", "hinge", "squared", "squared-probability"];

    public static TheoryData<string> Optimizers => ["descent", "momentum", "adam"];

    public static TheoryData<string> Batches => ["mini", "shuffled", "single", "uneven"];

    [TorchTheory]
    [MemberData(nameof(Losses))]
    public void Every_loss_agrees(string loss) => AssertAgreement(Plans.Random(LossOf(loss)));

    [TorchTheory]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Elu)]
    public void Every_activation_agrees(Activation activation) => AssertAgreement(Plans.Random(Loss.Logistic, activation));

    [TorchTheory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimiser_agrees(string optimizer) => AssertAgreement(Plans.Random(Loss.Softmax) with
    {
        LearningRate = 0.01,
        Optimizer = OptimizerOf(optimizer),
    });

    [TorchTheory]
    [MemberData(nameof(Batches))]
    public void Every_batch_scheme_looks_at_the_same_examples(string batches) => AssertAgreement(Plans.Random(Loss.Logistic) with
    {
        Batches = batches switch
        {
            "mini" => BatchScheme.MiniBatch(3, shuffled: false),
            "shuffled" => BatchScheme.MiniBatch(3),
            "single" => BatchScheme.SingleExample(),
            _ => BatchScheme.MiniBatch(4),
        },
    });

    [TorchTheory]
    [MemberData(nameof(Optimizers))]
    public void Masked_weights_stay_where_they_are(string optimizer)
    {
        TrainingPlan plan = Plans.Random(Loss.Logistic) with { LearningRate = 0.01, Optimizer = OptimizerOf(optimizer) };
        bool[] mask = [.. Enumerable.Range(0, 15).Select(i => i % 3 != i / 3 % 3)];
        DenseLayer hidden = plan.Network.Layers[0];
        double[] weights = [.. hidden.Weights.ToArray().Zip(mask, (weight, exists) => exists ? weight : 0)];
        AssertAgreement(plan with { Network = Network.FromWeights(new DenseLayer(3, 5, weights, Activation.Relu, hidden.Bias, mask), plan.Network.Layers[1]) });
    }

    [TorchFact]
    public void More_passes_than_one_letter_brings_agree() =>
        AssertAgreement(Plans.Random(Loss.Logistic) with { Batches = BatchScheme.SingleExample(), Steps = 5000, LearningRate = 1e-3 }, DoubleTolerance * 25);

    [TorchFact]
    public void Binary_targets_agree_with_targets_that_are_shares()
    {
        TrainingPlan plan = Plans.Random(Loss.Logistic);
        double[][] targets = [.. Enumerable.Range(0, plan.Data.Count).Select(j => (double[])[j % 2, (j + 1) % 2])];
        AssertAgreement(plan with { Data = Data.Dataset.FromExamples([.. Enumerable.Range(0, plan.Data.Count).Select(j => plan.Data.Input(j).ToArray())], targets) });
    }

    [TorchFact]
    public void Single_precision_agrees_to_its_own_rounding() =>
        AssertAgreement(Plans.Random(Loss.Logistic) with { Precision = Precision.Single }, SingleTolerance);

    [TorchFact]
    public void Equal_plans_give_equal_bits_in_one_process_and_in_several()
    {
        TrainingPlan plan = Plans.Random(Loss.Softmax) with { Batches = BatchScheme.MiniBatch(2) };
        double[][] runs = [.. Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(2).Select(_ => Torch.Trainer.Train(plan).Network.Parameters())];
        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }

    private static Loss LossOf(string name) => name switch
    {
        "softmax" => Loss.Softmax,
        "hinge" => Loss.Hinge(1.5),
        "squared" => Loss.Squared,
        "squared-probability" => Loss.SquaredProbability,
        _ => Loss.Logistic,
    };

    private static Optimizer OptimizerOf(string name) => name switch
    {
        "momentum" => Optimizer.Momentum(0.8),
        "adam" => Optimizer.Adam(0.8, 0.95, 1e-6),
        _ => Optimizer.GradientDescent,
    };

    private static void AssertAgreement(TrainingPlan plan, double tolerance = DoubleTolerance)
    {
        double[] expected = new ManagedTrainer().Train(plan).Network.Parameters();
        double[] actual = Torch.Trainer.Train(plan).Network.Parameters();
        double scale = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance * scale);
    }
}
