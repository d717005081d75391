using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class BatchTests
{
    // Roundings of numbers of order 1 over 40 steps of some 20 operations each.
    private const double Tolerance = 40 * 20 * 1.2e-16;

    [Fact]
    public void A_batch_of_everything_in_order_is_the_full_batch() =>
        Assert.Equal(TestPlans.ThreeClasses().Train(), (TestPlans.ThreeClasses() with { Batches = BatchScheme.MiniBatch(100, shuffled: false) }).Train());

    [Fact]
    public void Batches_of_one_are_single_examples()
    {
        TrainingPlan plan = TestPlans.ThreeClasses() with { Seed = 9 };
        Assert.Equal((plan with { Batches = BatchScheme.MiniBatch(1) }).Train(), (plan with { Batches = BatchScheme.SingleExample() }).Train());
    }

    [Fact]
    public void In_order_the_steps_take_consecutive_examples_and_a_smaller_last_batch()
    {
        // Without activation and with the squared loss, f = w: a step on the mean target m moves w by eta (m - w).
        double[] targets = [1, -2, 3, 5, -7];
        double w = 0;
        foreach (double mean in new[] { -0.5, 4, -7, -0.5, 4 })
            w += 0.25 * (mean - w);
        Assert.Equal(w, Regression(targets, BatchScheme.MiniBatch(2, shuffled: false), steps: 5)[0], Tolerance);
    }

    [Fact]
    public void Every_shuffled_pass_looks_at_each_example_once()
    {
        // f = w.x with the unit vectors x_j: a step on example j moves weight j and no other.
        double[][] unitVectors = [.. Enumerable.Range(0, 7).Select(j => Enumerable.Range(0, 7).Select(i => i == j ? 1.0 : 0.0).ToArray())];
        var plan = new TrainingPlan
        {
            Network = Network.FromWeights(new DenseLayer(7, 1, new double[7])),
            Data = Dataset.FromExamples(unitVectors, [.. unitVectors.Select(_ => 1.0)]),
            Loss = Loss.Squared,
            LearningRate = 0.25,
            Steps = 14,
            Batches = BatchScheme.SingleExample(),
            ObservationSteps = ObservationSteps.EveryStep,
        };
        var order = new List<int>();
        double[] before = new double[7];
        new ManagedTrainer().Train(plan, (step, network) =>
        {
            double[] after = network.Parameters();
            order.AddRange(Enumerable.Range(0, 7).Where(j => after[j] != before[j]));
            before = after;
        });
        Assert.Equal(14, order.Count);
        Assert.Equal(Enumerable.Range(0, 7), order.Take(7).Order());
        Assert.Equal(Enumerable.Range(0, 7), order.Skip(7).Order());
        Assert.NotEqual(order.Take(7), order.Skip(7));
        Assert.All(before, w => Assert.Equal(1 - (0.75 * 0.75), w, Tolerance));
    }

    [Fact]
    public void The_seed_alone_sets_the_order()
    {
        TrainingPlan plan = TestPlans.ThreeClasses() with { Batches = BatchScheme.MiniBatch(4) };
        Assert.Equal(plan.Train(), plan.Train());
        Assert.NotEqual(plan.Train(), (plan with { Seed = 1 }).Train());
    }

    [Fact]
    public void A_duplicated_example_counts_like_one_of_twice_the_weight()
    {
        TrainingPlan plan = TestPlans.SingleMode() with { Loss = Loss.Squared, LearningRate = 0.1, Steps = 40 };
        Dataset twice = Dataset.FromExamples([[1, 0], [1, 0], [0, 1]], [1, 1, -1]);
        Dataset weighted = Dataset.FromExamples([[1, 0], [0, 1]], [1, -1]).WithFrequencies(2.0 / 3, 1.0 / 3);
        TestPlans.AssertClose((plan with { Data = twice }).Train(), (plan with { Data = weighted }).Train(), Tolerance);
    }

    [Fact]
    public void Data_that_is_left_out_contributes_nothing()
    {
        TrainingPlan plan = TestPlans.SingleMode() with { Steps = 40 };
        Dataset half = Dataset.FromExamples([[1, 1]], [1]).WithFrequencies(0.5);
        Dataset whole = Dataset.FromExamples([[1, 1]], [1]);
        TestPlans.AssertClose((plan with { Data = half, LearningRate = 0.2 }).Train(), (plan with { Data = whole, LearningRate = 0.1 }).Train(), Tolerance);
    }

    [Fact]
    public void Blocks_of_examples_do_not_change_a_bit()
    {
        // 300 examples fill several blocks; the same sums over the rows of a longer data set with zero weights at its end.
        double[][] inputs = [.. Enumerable.Range(0, 300).Select(j => new[] { Math.Sin(j), Math.Cos(2 * j), 1 })];
        double[] targets = [.. inputs.Select(x => x[0] > 0 ? 1.0 : 0.0)];
        double[] frequencies = [.. inputs.Select((_, j) => j < 257 ? 1.0 / 512 : 0)];
        Network network = Network.Create([3, 200, 1], Activation.Elu, Initialization.FanIn(), seed: 1);
        var plan = new TrainingPlan { Network = network, Data = Dataset.FromExamples(inputs, targets).WithFrequencies(frequencies), Loss = Loss.Logistic, LearningRate = 0.5, Steps = 5 };
        Dataset shorter = Dataset.FromExamples([.. inputs.Take(257)], [.. targets.Take(257)]).WithFrequencies(frequencies.AsSpan(0, 257));
        Assert.Equal(plan.Train(), (plan with { Data = shorter }).Train());
    }

    private static double[] Regression(double[] targets, BatchScheme batches, long steps) =>
        new TrainingPlan
        {
            Network = Network.FromWeights(new DenseLayer(1, 1, [0])),
            Data = Dataset.FromExamples([.. targets.Select(_ => new[] { 1.0 })], targets),
            Loss = Loss.Squared,
            LearningRate = 0.25,
            Steps = steps,
            Batches = batches,
        }.Train();
}
