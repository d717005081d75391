using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>Plans of one shape are trained side by side, and come to what each comes to alone, up to rounding.</summary>
public class StackTests
{
    private const int Count = 5;

    public static TheoryData<string> Variations =>
        ["logistic", "softmax", "hinge", "squared", "squared-probability", "elu", "unbiased", "momentum", "adam", "mini", "single-example", "given-steps", "no-steps"];

    [TorchTheory]
    [MemberData(nameof(Variations))]
    public void Each_plan_of_a_stack_agrees_with_the_managed_trainer_at_every_observed_step(string variation) =>
        AssertAgreement(Stack(variation), AgreementTests.DoubleTolerance);

    [TorchFact]
    public void Single_precision_agrees_to_its_own_rounding() =>
        AssertAgreement([.. Stack("logistic").Select(plan => plan with { Precision = Precision.Single })], 200 * 100 * 6e-8);

    [TorchFact]
    public void Equal_stacks_give_equal_bits()
    {
        TrainingPlan[] plans = Stack("softmax");
        Assert.Equal(Train(plans, null).Select(result => result.Network.Parameters()), Train(plans, null).Select(result => result.Network.Parameters()));
    }

    [TorchFact]
    public void Parallel_training_stacks_what_has_one_shape_and_keeps_the_order_of_the_plans()
    {
        TrainingPlan[] longer = [.. Stack("logistic").Select(plan => plan with { Steps = 300 })];
        TrainingPlan[] plans = [.. Stack("logistic").Zip(longer, (one, other) => (TrainingPlan[])[one, other]).SelectMany(pair => pair)];
        IReadOnlyList<TrainingResult> results = ParallelTraining.Train(Torch.Trainer, plans);
        Assert.Equal(plans.Select(plan => plan.Steps), results.Select(result => result.Steps));
        for (int k = 0; k < plans.Length; k++)
            AssertClose(new ManagedTrainer().Train(plans[k]).Network.Parameters(), results[k].Network.Parameters(), AgreementTests.DoubleTolerance * 1.5);
    }

    [TorchFact]
    public void The_plan_that_diverges_is_named_and_the_next_stack_trains()
    {
        TrainingPlan[] plans = Stack("squared");
        plans[3] = plans[3] with { LearningRate = 1e200 };
        Assert.Contains("1E+200", Assert.Throws<NumericalFailureException>(() => Train(plans, (_, _, _) => { })).Message, StringComparison.Ordinal);
        Assert.Equal(Count, Train(Stack("squared"), null).Count);
    }

    [TorchFact]
    public void Plans_of_other_shapes_too_many_and_none_are_refused()
    {
        TrainingPlan[] plans = Stack("logistic");
        Assert.Throws<ArgumentException>("plans", () => Train([plans[0], plans[1] with { Steps = 3 }], null));
        Assert.Throws<ArgumentException>("plans", () => Train([], null));
        Assert.Throws<ArgumentException>("plans", () => Train([.. Enumerable.Repeat(plans[0], Torch.Trainer.LargestStack + 1)], null));
        Assert.Throws<ArgumentException>("observers", () => Torch.Trainer.TrainStack(plans, []));
    }

    [TorchFact]
    public void A_stack_can_be_cancelled_while_it_trains()
    {
        using CancellationTokenSource source = new();
        TrainingPlan[] plans = [.. Stack("logistic").Select(plan => plan with { Steps = 1_000_000_000, ObservationSteps = ObservationSteps.EveryStep })];
        Assert.ThrowsAny<OperationCanceledException>(() => Torch.Trainer.TrainStack(plans, [.. plans.Select(_ => (TrainingObserver)((step, _) => CancelAt(step)))], source.Token));

        void CancelAt(long step)
        {
            if (step == 10)
                source.Cancel();
        }
    }

    private static TrainingPlan[] Stack(string variation) => [.. Enumerable.Range(0, Count).Select(k => Vary(variation, k))];

    /// <summary>Plan k of a stack has weights, inputs and, for gradient descent, a learning rate of its own.</summary>
    private static TrainingPlan Vary(string variation, int k)
    {
        TrainingPlan plan = Plans.Random(LossOf(variation), variation == "elu" ? Activation.Elu : Activation.Relu) with { ObservationSteps = ObservationSteps.Every(7) };
        Dataset data = plan.Data;
        double[][] inputs = [.. Enumerable.Range(0, data.Count).Select(j => Array.ConvertAll(data.Input(j).ToArray(), value => value * (1 - (0.1 * k))))];
        double[][] targets = [.. Enumerable.Range(0, data.Count).Select(j => data.Target((j + k) % data.Count).ToArray())];
        plan = plan with
        {
            Network = Network.Create([3, 5, data.TargetSize], plan.Network.Layers[0].Activation, Initialization.FanIn(), seed: (ulong)(3 + k), biased: variation != "unbiased"),
            Data = Dataset.FromExamples(inputs, targets).WithFrequencies([.. data.Weights]),
            LearningRate = 0.05 / (1 + k),
        };
        return variation switch
        {
            "momentum" => plan with { LearningRate = 0.01, Optimizer = Optimizer.Momentum(0.8) },
            "adam" => plan with { LearningRate = 0.01, Optimizer = Optimizer.Adam(0.8, 0.95, 1e-6) },
            "mini" => plan with { Batches = BatchScheme.MiniBatch(3, shuffled: false) },
            "single-example" => plan with { Batches = BatchScheme.SingleExample(shuffled: false) },
            "given-steps" => plan with { ObservationSteps = ObservationSteps.At(0, 1, 50, 200) },
            "no-steps" => plan with { Steps = 0 },
            _ => plan,
        };
    }

    private static Loss LossOf(string variation) => variation switch
    {
        "softmax" => Loss.Softmax,
        "hinge" => Loss.Hinge(1.5),
        "squared" => Loss.Squared,
        "squared-probability" => Loss.SquaredProbability,
        _ => Loss.Logistic,
    };

    private static IReadOnlyList<TrainingResult> Train(TrainingPlan[] plans, Action<int, long, Network>? look) =>
        Torch.Trainer.TrainStack(plans, [.. plans.Select((_, k) => look is null ? null : (TrainingObserver)((step, network) => look(k, step, network)))]);

    private static void AssertAgreement(TrainingPlan[] plans, double tolerance)
    {
        Dictionary<(int Plan, long Step), double[]> seen = [];
        IReadOnlyList<TrainingResult> results = Train(plans, (k, step, network) => seen.Add((k, step), network.Parameters()));
        int expectedLooks = 0;
        for (int k = 0; k < plans.Length; k++)
        {
            TrainingResult alone = new ManagedTrainer().Train(plans[k], (step, network) =>
            {
                expectedLooks++;
                AssertClose(network.Parameters(), seen[(k, step)], tolerance);
            });
            AssertClose(alone.Network.Parameters(), results[k].Network.Parameters(), tolerance);
            Assert.Equal(alone.Steps, results[k].Steps);
        }

        Assert.Equal(expectedLooks, seen.Count);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance * scale);
    }
}
