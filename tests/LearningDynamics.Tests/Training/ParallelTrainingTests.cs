using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class ParallelTrainingTests
{
    private static readonly ManagedTrainer Trainer = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_plan_gives_the_bits_of_training_it_alone(int threads)
    {
        TrainingPlan[] plans = [.. Enumerable.Range(0, 7).Select(seed => Plan((ulong)seed))];
        IReadOnlyList<TrainingResult> results = ParallelTraining.Train(Trainer, plans, threads: threads);
        for (int i = 0; i < plans.Length; i++)
            Assert.Equal(Trainer.Train(plans[i]).Network.Layers[0].Weights.ToArray(), results[i].Network.Layers[0].Weights.ToArray());
        Assert.NotEqual(results[0].FinalLoss, results[1].FinalLoss);
    }

    [Fact]
    public void Each_plan_has_its_own_observer_and_progress_counts_plans()
    {
        int[] looks = new int[3];
        int reports = 0;
        ParallelTraining.Train(Trainer, [Plan(0), Plan(1), Plan(2)], index => index == 1 ? null : (_, _) => looks[index]++, threads: 2, new Counter(() => Interlocked.Increment(ref reports)));
        Assert.Equal(looks[0], looks[2]);
        Assert.True(looks[0] > 0);
        Assert.Equal(0, looks[1]);
        Assert.Equal(3, reports);
    }

    [Fact]
    public void Failures_and_cancellation_reach_the_caller()
    {
        Assert.Throws<NumericalFailureException>(() => ParallelTraining.Train(Trainer, [Plan(0), Plan(1) with { LearningRate = 1e300 }]));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ParallelTraining.Train(Trainer, [Plan(0)], cancellation: source.Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelTraining.Train(Trainer, [Plan(0)], threads: 0));
        Assert.Empty(ParallelTraining.Train(Trainer, []));
    }

    private static TrainingPlan Plan(ulong seed) => new()
    {
        Network = Network.Create([2, 5, 1], Activation.Relu, Initialization.FanIn(), seed),
        Data = Dataset.FromExamples([[1, 0.5], [-0.5, 1]], [1, 0]),
        Loss = Loss.Squared,
        LearningRate = 0.1,
        Steps = 20,
    };

    private sealed class Counter(Action count) : IProgress<double>
    {
        public void Report(double value) => count();
    }
}
