using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing.Tests;

public sealed class CrossCheckAssertTests
{
    private static readonly ExperimentRun Run = ExampleRun.Create();

    [Fact]
    public void A_run_whose_checks_passed_passes()
    {
        CrossCheckAssert.Passes(Run);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Every_failing_verdict_and_every_failure_is_listed_with_its_parameters(string culture)
    {
        RunPoint second = Run.Points[0] with
        {
            Parameters = [new("Rate", ParameterValue.Number(1.5))],
            Checks = [ExampleRun.Verdict(passed: true), ExampleRun.Verdict(passed: false, 0.01), ExampleRun.Verdict(passed: false, 0.02)],
            Failures = [new("trained", "The loss is not finite at step 7.")],
        };
        ExperimentRun run = Run with { Points = [Run.Points[0], second] };

        CrossCheckFailedException failure = Culture.Under(culture, () => Assert.Throws<CrossCheckFailedException>(() => CrossCheckAssert.Passes(run)));

        Assert.Equal(
            """
            example/decay does not pass its cross-checks.
            At Rate=1.5:
              trained could not be finished: The loss is not finite at step 7.
              closed-form vs flow (pointwise): Weight: largest deviation 0.01 at t = 4 over 201 times; allowed 1E-09.
              closed-form vs flow (pointwise): Weight: largest deviation 0.02 at t = 4 over 201 times; allowed 1E-09.
            """.ReplaceLineEndings("\n"),
            failure.Message);
        Assert.Same(run, failure.Run);
    }

    [Fact]
    public void An_interrupted_run_fails()
    {
        AssertFails(Run with { IsComplete = false }, "The run was interrupted before every point was finished.");
    }

    [Fact]
    public void A_run_that_compared_nothing_fails()
    {
        AssertFails(Run with { Points = [] }, "Nothing was compared: the run has no points.");
        AssertFails(Run with { DeclaredChecks = 0, Points = [Run.Points[0] with { Checks = [] }] }, "Nothing was compared: the experiment declares no cross-check.");
    }

    [Fact]
    public void A_point_at_which_nothing_was_compared_fails()
    {
        RunPoint unchecked1 = Run.Points[0] with { Checks = [], Parameters = [] };

        AssertFails(Run with { Points = [Run.Points[0], unchecked1] }, "At its only point:\n  Nothing was compared here");
    }

    private static void AssertFails(ExperimentRun run, string complaint)
    {
        CrossCheckFailedException failure = Assert.Throws<CrossCheckFailedException>(() => CrossCheckAssert.Passes(run));
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }
}
