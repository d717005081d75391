using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Tests.Runs;

/// <summary>The gate: a check that compared nothing fails.</summary>
public class ResultSetTests
{
    private static readonly EnvironmentFingerprint Environment = EnvironmentFingerprint.Capture(new());

    private static readonly ExperimentRun Run = ExperimentRunner.Run(
        SweptExperiment.Describe(), new() { Routes = [Route.ClosedForm, Route.Flow], Overrides = [SweptExperiment.Fixed("Rate", "1")] });

    [Fact]
    public void Finished_runs_whose_verdicts_all_pass_pass() => Assert.True(Of(Run).Passed);

    [Fact]
    public void Nothing_compared_fails()
    {
        Assert.False(Of().Passed);
        Assert.False(Of(Run with { Points = [] }).Passed);
        Assert.False(Of(Run with { Points = [.. Run.Points.Select(point => point with { Checks = [] })] }).Passed);
        Assert.False(Of(Run with { DeclaredChecks = 0, Points = [.. Run.Points.Select(point => point with { Checks = [] })] }).Passed);
    }

    [Fact]
    public void One_point_at_which_nothing_was_compared_fails() =>
        Assert.False(Of(Run with { Points = [Run.Points[0], Run.Points[1] with { Checks = [] }] }).Passed);

    [Fact]
    public void An_experiment_without_declared_checks_does_not_spoil_the_others() =>
        Assert.True(Of(Run, Run with { DeclaredChecks = 0, Points = [.. Run.Points.Select(point => point with { Checks = [] })] }).Passed);

    [Fact]
    public void A_failing_verdict_a_failure_and_an_interruption_fail()
    {
        RunPoint point = Run.Points[0];
        Verdict verdict = point.Checks[0] with { Passed = false };

        Assert.False(Of(Run with { Points = [point with { Checks = point.Checks.SetItem(0, verdict) }] }).Passed);
        Assert.False(Of(Run with { Points = [point with { Failures = [new("flow", "It blew up.")] }] }).Passed);
        Assert.False(Of(Run with { IsComplete = false }).Passed);
    }

    private static ResultSet Of(params ExperimentRun[] runs) => new(Environment, [.. runs]);
}
