using LearningDynamics.Training;

namespace LearningDynamics.Conformance.Tests;

/// <summary>A trainer without a fault passes, and each planted fault is found by the cases that are about it.</summary>
public class FaultTests
{
    [Fact]
    public void A_trainer_without_a_fault_passes_what_it_supports()
    {
        ConformanceRun run = ConformanceSuite.Run(new PlainTrainer());
        Assert.Empty(Failed(run));
        Assert.True(run.Passed);
        Assert.True(run.Count(ConformanceStatus.Passed) >= 20);
        Assert.True(run.Count(ConformanceStatus.Unsupported) >= 10);
    }

    [Theory]
    [InlineData(Fault.RateOffByOnePercent, "recursion/descent-logistic", "recursion/single-examples", "convergence/lined-up-examples", "convergence/balanced-depth")]
    [InlineData(Fault.SumInsteadOfMean, "recursion/descent-logistic", "recursion/batches-in-order")]
    [InlineData(Fault.StaleGradient, "recursion/descent-logistic", "recursion/descent-squared-deep")]
    [InlineData(Fault.MomentumAppliedTwice, "recursion/momentum-logistic", "recursion/momentum-squared")]
    [InlineData(Fault.MomentumForgotten, "recursion/momentum-logistic", "recursion/momentum-squared")]
    [InlineData(Fault.OrderOfItsOwn, "recursion/batches-shuffled", "recursion/single-examples-shuffled")]
    [InlineData(Fault.SeedIgnored, "recursion/batches-shuffled", "behaviour/determinism-shuffled")]
    [InlineData(Fault.LastBatchLeftOut, "recursion/batches-in-order", "recursion/single-examples")]
    [InlineData(Fault.BiasForgotten, "recursion/momentum-squared", "recursion/single-examples-plain")]
    [InlineData(Fault.ShowsTheStepBefore, "behaviour/observation", "recursion/descent-logistic")]
    [InlineData(Fault.ReturnsWhenCancelled, "behaviour/cancellation")]
    [InlineData(Fault.AcceptsEverything, "behaviour/refusal")]
    [InlineData(Fault.TurnsBlindToInfinity, "behaviour/divergence")]
    [InlineData(Fault.NoProgress, "behaviour/progress")]
    [InlineData(Fault.RemembersTheLastRun, "behaviour/determinism")]
    [InlineData(Fault.NoisyStart, "behaviour/exact-start")]
    public void A_fault_is_found(Fault fault, params string[] cases)
    {
        var faulty = new PlainTrainer(fault);
        string[] missed = [.. cases.Where(id => ConformanceSuite.Cases.Single(asked => asked.Id == id).Judge(faulty).Status != ConformanceStatus.Failed)];
        Assert.Empty(missed);
    }

    private static string[] Failed(ConformanceRun run) =>
        [.. run.Verdicts.Where(verdict => verdict.Status == ConformanceStatus.Failed).Select(verdict => $"{verdict.Id}: {verdict.Evidence.Explanation}")];
}
