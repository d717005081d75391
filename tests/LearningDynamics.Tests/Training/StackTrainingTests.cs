using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>Which plans are trained side by side.</summary>
public class StackTrainingTests
{
    private static readonly TrainingPlan Plan = new()
    {
        Network = Network.Create([2, 3, 1], Activation.Relu, Initialization.FanIn(), seed: 1),
        Data = Dataset.FromExamples([[1, 0.5], [-0.5, 1]], [1, 0]),
        Loss = Loss.Squared,
        LearningRate = 0.1,
        Steps = 20,
    };

    public static TheoryData<string, bool> Changes => new()
    {
        { "weights", true },
        { "data", true },
        { "rate", true },
        { "seed", true },
        { "rate of Adam", false },
        { "width", false },
        { "bias", false },
        { "activation", false },
        { "examples", false },
        { "loss", false },
        { "optimiser", false },
        { "precision", false },
        { "batches", false },
        { "steps", false },
        { "observation", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Plans_have_one_shape_if_they_differ_in_values_alone(string change, bool isOne)
    {
        (TrainingPlan one, TrainingPlan other) = change switch
        {
            "weights" => (Plan, Plan with { Network = Network.Create([2, 3, 1], Activation.Relu, Initialization.FanIn(), seed: 2) }),
            "data" => (Plan, Plan with { Data = Dataset.FromExamples([[3, 0.5], [-0.5, 1]], [0, 0]) }),
            "rate" => (Plan, Plan with { LearningRate = 0.2 }),
            "seed" => (Plan, Plan with { Seed = 9 }),
            "rate of Adam" => (Plan with { Optimizer = Optimizer.Adam() }, Plan with { Optimizer = Optimizer.Adam(), LearningRate = 0.2 }),
            "width" => (Plan, Plan with { Network = Network.Create([2, 4, 1], Activation.Relu, Initialization.FanIn(), seed: 1) }),
            "bias" => (Plan, Plan with { Network = Network.Create([2, 3, 1], Activation.Relu, Initialization.FanIn(), seed: 1, biased: true) }),
            "activation" => (Plan, Plan with { Network = Network.Create([2, 3, 1], Activation.Elu, Initialization.FanIn(), seed: 1) }),
            "examples" => (Plan, Plan with { Data = Dataset.FromExamples([[1, 0.5]], [1]) }),
            "loss" => (Plan with { Loss = Loss.Hinge(1) }, Plan with { Loss = Loss.Hinge(2) }),
            "optimiser" => (Plan with { Optimizer = Optimizer.Momentum(0.5) }, Plan with { Optimizer = Optimizer.Momentum(0.6) }),
            "precision" => (Plan, Plan with { Precision = Precision.Single }),
            "batches" => (Plan, Plan with { Batches = BatchScheme.SingleExample(shuffled: false) }),
            "steps" => (Plan, Plan with { Steps = 21 }),
            _ => (Plan, Plan with { ObservationSteps = ObservationSteps.At(3, 4) }),
        };
        Assert.NotNull(PlanShape.Of(one));
        Assert.Equal(isOne, PlanShape.Of(one) == PlanShape.Of(other));
    }

    [Fact]
    public void Masks_and_random_orders_are_trained_alone()
    {
        Network masked = Network.FromWeights(new DenseLayer(2, 2, [1, 0, 0, 1], Activation.Relu, [], [true, false, false, true]), new DenseLayer(2, 1, [1, 1]));
        Assert.Null(PlanShape.Of(Plan with { Network = masked }));
        Assert.Null(PlanShape.Of(Plan with { Batches = BatchScheme.SingleExample() }));
        Assert.Null(PlanShape.Of(Plan with { Batches = BatchScheme.MiniBatch(1) }));
    }

    [Fact]
    public void A_stack_holds_no_more_than_the_trainer_takes_and_results_keep_the_order_of_the_plans()
    {
        RecordingTrainer trainer = new();
        TrainingPlan[] plans = [.. Enumerable.Range(0, 7).Select(k => Plan with { LearningRate = 0.1 / (k + 1), Steps = k == 3 ? 5 : 20 })];
        IReadOnlyList<TrainingResult> results = ParallelTraining.Train(trainer, plans, threads: 1);
        Assert.Equal([4, 2], trainer.Stacks);
        Assert.Equal(1, trainer.Alone);
        for (int k = 0; k < plans.Length; k++)
            Assert.Equal(new ManagedTrainer().Train(plans[k]).FinalLoss, results[k].FinalLoss);
    }

    private sealed class RecordingTrainer : IStackTrainer
    {
        private readonly ManagedTrainer inner = new();

        public string Name => "recording";

        public string Version => "1";

        public int LargestStack => 4;

        public List<int> Stacks { get; } = [];

        public int Alone { get; private set; }

        public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Full;

        public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
        {
            Alone++;
            return inner.Train(plan, observer, progress, cancellation);
        }

        public IReadOnlyList<TrainingResult> TrainStack(IReadOnlyList<TrainingPlan> plans, IReadOnlyList<TrainingObserver?> observers, CancellationToken cancellation = default)
        {
            Stacks.Add(plans.Count);
            return [.. plans.Select((plan, k) => inner.Train(plan, observers[k], progress: null, cancellation))];
        }
    }
}
