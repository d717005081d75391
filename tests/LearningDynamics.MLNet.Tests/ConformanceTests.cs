using LearningDynamics.Conformance;

namespace LearningDynamics.MLNet.Tests;

public class ConformanceTests
{
    [Fact]
    public void It_passes_every_case_that_it_supports()
    {
        ConformanceRun run = ConformanceSuite.Run(new MLNetTrainer());
        Assert.Empty(run.Verdicts.Where(verdict => verdict.Status == ConformanceStatus.Failed).Select(verdict => $"{verdict.Id}: {verdict.Evidence.Explanation}"));
        Assert.Contains(run.Verdicts, verdict => verdict.Status == ConformanceStatus.Passed && verdict.Id.StartsWith("recursion/", StringComparison.Ordinal));
    }
}
