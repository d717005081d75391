using LearningDynamics.Training;
using TorchSharp;
using TorchSharp.Modules;

namespace LearningDynamics.TorchSharp.Tests;

/// <summary>Every tensor ends with its step, its run or an error. libtorch counts those that live in the whole process, so these tests run alone.</summary>
[Collection(nameof(LiveTensorTests))]
[CollectionDefinition(nameof(LiveTensorTests), DisableParallelization = true)]
public class LiveTensorTests
{
    private static readonly TorchSharpTrainer Trainer = new();

    public static TheoryData<Optimizer> Optimizers => [Optimizer.GradientDescent, Optimizer.Momentum(0.8), Optimizer.Adam(0.8, 0.95, 1e-6)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Ten_thousand_steps_leave_no_tensor_behind_and_gather_none_on_the_way(Optimizer optimizer)
    {
        TrainingPlan plan = Plans.Random(Loss.Logistic) with
        {
            Optimizer = optimizer,
            Batches = BatchScheme.MiniBatch(3),
            LearningRate = 1e-3,
            Steps = 10_000,
            ObservationSteps = [1000, 10_000],
        };
        long left = LiveAfter(plan);
        var seen = new List<long>();
        Trainer.Train(plan, (_, _) => seen.Add(torch.Tensor.TotalCount));
        Assert.Equal(seen[1], seen[2]);
        Assert.Equal(left, torch.Tensor.TotalCount);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_tensor_behind()
    {
        using var cancellation = new CancellationTokenSource();
        TrainingPlan plan = Plans.Random(Loss.Softmax) with { Steps = long.MaxValue, ObservationSteps = [10] };
        long left = LiveAfter(plan);
        Assert.Throws<OperationCanceledException>(() => Trainer.Train(
            plan,
            (step, _) =>
            {
                if (step == 10)
                    cancellation.Cancel();
            },
            cancellation: cancellation.Token));
        Assert.Equal(left, torch.Tensor.TotalCount);
    }

    [Fact]
    public void A_run_that_diverges_leaves_no_tensor_behind()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared) with { LearningRate = 100, Steps = 1000 };
        long left = LiveAfter(plan);
        Assert.Throws<Numerics.NumericalFailureException>(() => Trainer.Train(plan));
        Assert.Equal(left, torch.Tensor.TotalCount);
    }

    /// <summary>What the counter must show after a run: in some versions it misses the end of one tensor for each parameter that is created.</summary>
    private static long LiveAfter(TrainingPlan plan)
    {
        long before = torch.Tensor.TotalCount;
        using (torch.NewDisposeScope())
            _ = new Parameter(torch.zeros(1));
        long missed = torch.Tensor.TotalCount - before;
        return torch.Tensor.TotalCount + (missed * plan.Network.Layers.Sum(layer => layer.HasBias ? 2 : 1));
    }
}
