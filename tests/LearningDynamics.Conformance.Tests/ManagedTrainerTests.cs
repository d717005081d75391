using LearningDynamics.Training;

namespace LearningDynamics.Conformance.Tests;

public class ManagedTrainerTests
{
    public static TheoryData<string> Cases => [.. ConformanceSuite.Cases.Select(asked => asked.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_managed_trainer_passes(string id)
    {
        ConformanceVerdict verdict = ConformanceSuite.Cases.Single(asked => asked.Id == id).Judge(new ManagedTrainer());
        Assert.True(verdict.Status == ConformanceStatus.Passed, verdict.Evidence.Explanation);
    }
}
