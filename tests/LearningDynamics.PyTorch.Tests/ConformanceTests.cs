using LearningDynamics.Conformance;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

public class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceSuite.Cases.Select(asked => asked.Id)];

    /// <summary>Every plan of the suite on all examples at once in double precision that comes to an end.</summary>
    public static TheoryData<string, int> FullBatchPlans
    {
        get
        {
            var plans = new TheoryData<string, int>();
            foreach (ConformanceCase asked in ConformanceSuite.Cases.Where(asked => asked.Id != "behaviour/divergence"))
            {
                for (int index = 0; index < asked.Plans.Count; index++)
                {
                    if (asked.Plans[index] is { Batches: FullBatch, Precision: Precision.Double })
                        plans.Add(asked.Id, index);
                }
            }

            return plans;
        }
    }

    [TorchTheory]
    [MemberData(nameof(Cases))]
    public void PyTorch_passes(string id)
    {
        ConformanceVerdict verdict = Find(id).Judge(Torch.Trainer);
        Assert.True(verdict.Status == ConformanceStatus.Passed, verdict.Evidence.Explanation);
    }

    [TorchTheory]
    [MemberData(nameof(FullBatchPlans))]
    public void It_agrees_with_the_managed_trainer_to_1e_12_after_1000_steps(string id, int plan)
    {
        TrainingPlan shared = Find(id).Plans[plan] with { Steps = 1000, ObservationSteps = ObservationSteps.None };
        double[] managed = new ManagedTrainer().Train(shared).Network.Parameters();
        double[] torch = Torch.Trainer.Train(shared).Network.Parameters();
        double scale = managed.Max(Math.Abs);
        Assert.All(managed.Zip(torch), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * scale));
    }

    private static ConformanceCase Find(string id) => ConformanceSuite.Cases.Single(asked => asked.Id == id);
}
