using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class ManagedTrainerTests
{
    [Fact]
    public void The_same_plan_gives_the_same_bits_on_every_run_and_beside_other_runs()
    {
        TrainingPlan plan = TestPlans.ThreeClasses() with { Batches = BatchScheme.MiniBatch(3), Optimizer = Optimizer.Adam(), Steps = 400 };
        double[] expected = plan.Train();
        double[][] others = new double[8][];
        Parallel.For(0, others.Length, run => others[run] = plan.Train());
        Assert.All(others, other => Assert.Equal(expected, other));
    }

    [Fact]
    public void Training_changes_nothing_in_the_plan()
    {
        TrainingPlan plan = TestPlans.ThreeClasses();
        double[] before = plan.Network.Parameters();
        plan.Train();
        Assert.Equal(before, plan.Network.Parameters());
    }

    [Theory]
    [InlineData(Precision.Double)]
    [InlineData(Precision.Single)]
    public void Steps_allocate_nothing(Precision precision)
    {
        foreach (Optimizer optimizer in new[] { Optimizer.GradientDescent, Optimizer.Momentum(), Optimizer.Adam() })
        {
            foreach (BatchScheme batches in new[] { BatchScheme.FullBatch, BatchScheme.MiniBatch(4), BatchScheme.SingleExample() })
            {
                TrainingPlan plan = TestPlans.ThreeClasses() with { Optimizer = optimizer, Batches = batches, Precision = precision, LearningRate = 1e-4 };
                // Less than a byte for each step more: the runtime's own allocations vary by a few bytes.
                Assert.InRange(Allocated(plan with { Steps = 1000 }) - Allocated(plan with { Steps = 10 }), -500, 500);
            }
        }
    }

    [Fact]
    public void The_observer_sees_step_0_and_the_steps_asked_for()
    {
        var seen = new List<long>();
        TrainingPlan plan = TestPlans.SingleMode() with { Steps = 20, ObservationSteps = new long[] { 0, 3, 4, 20 } };
        double[] weights = [];
        TrainingResult result = new ManagedTrainer().Train(plan, (step, network) =>
        {
            seen.Add(step);
            weights = network.Parameters();
        });
        Assert.Equal([0, 3, 4, 20], seen);
        Assert.Equal(weights, result.Network.Parameters());
        Assert.Equal(20, result.Steps);
    }

    [Fact]
    public void What_the_observer_sees_is_what_a_shorter_run_ends_with()
    {
        TrainingPlan plan = TestPlans.ThreeClasses() with { Batches = BatchScheme.MiniBatch(4), ObservationSteps = ObservationSteps.Every(7) };
        new ManagedTrainer().Train(plan, (step, network) =>
            Assert.Equal((plan with { Steps = step, ObservationSteps = ObservationSteps.None }).Train(), network.Parameters()));
    }

    [Fact]
    public void No_steps_give_the_initial_network()
    {
        TrainingPlan plan = TestPlans.ThreeClasses() with { Steps = 0 };
        Assert.Equal(plan.Network.Parameters(), plan.Train());
    }

    [Fact]
    public void The_result_tells_the_final_loss_and_who_trained()
    {
        TrainingPlan plan = TestPlans.ThreeClasses();
        TrainingResult result = new ManagedTrainer().Train(plan);
        Assert.Equal(plan.Loss.Mean(result.Network, plan.Data), result.FinalLoss);
        Assert.True(result.FinalLoss < plan.Loss.Mean(plan.Network, plan.Data));
        Assert.Equal("managed", result.TrainerName);
        Assert.True(new ManagedTrainer().Supports(plan).IsSupported);
        Assert.Equal("It lacks Adam.", TrainerSupport.Lacks("It lacks Adam.").Missing);
    }

    [Fact]
    public void A_run_that_diverges_names_the_step_and_the_learning_rate()
    {
        foreach (Precision precision in Enum.GetValues<Precision>())
        {
            // f = w on the target 1: the distance from it is multiplied by 1 - 50 a step.
            Network linear = Network.FromWeights(new DenseLayer(1, 1, [0.5]));
            TrainingPlan plan = TestPlans.SingleMode() with { Network = linear, Data = Dataset.FromExamples([[1]], [1]), Loss = Loss.Squared, LearningRate = 50, Steps = 1000, Precision = precision };
            string message = Assert.Throws<NumericalFailureException>(() => new ManagedTrainer().Train(plan)).Message;
            Assert.Matches("^A weight is no longer finite after step [0-9]+, with the learning rate 50 .*smaller learning rate", message);
        }
    }

    [Fact]
    public void Progress_goes_from_a_hundredth_to_the_whole()
    {
        var shares = new List<double>();
        new ManagedTrainer().Train(TestPlans.SingleMode() with { Steps = 250 }, progress: new Recorder(shares));
        Assert.Equal(0.008, shares[0]);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order().Distinct(), shares);
    }

    [Fact]
    public void A_cancelled_run_stops_before_the_next_step()
    {
        using var source = new CancellationTokenSource();
        long last = -1;
        TrainingPlan plan = TestPlans.SingleMode() with { ObservationSteps = ObservationSteps.EveryStep };
        Assert.Throws<OperationCanceledException>(() => new ManagedTrainer().Train(
            plan,
            (step, _) =>
            {
                last = step;
                if (step == 5)
                    source.Cancel();
            },
            cancellation: source.Token));
        Assert.Equal(5, last);
    }

    private static long Allocated(TrainingPlan plan)
    {
        var trainer = new ManagedTrainer();
        return Allocation.Least(() => trainer.Train(plan));
    }

    private sealed class Recorder(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
