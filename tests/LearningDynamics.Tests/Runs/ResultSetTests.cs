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
        Assert.False(Of(Run with { DeclaredChecks = 0, Points = [] }).Passed);
    }

    [Fact]
    public void One_point_at_which_nothing_was_compared_fails() =>
        Assert.False(Of(Run with { Points = [Run.Points[0], Run.Points[1] with { Checks = [] }] }).Passed);

    [Fact]
    public void An_experiment_without_declared_checks_is_shown_and_fails_neither_itself_nor_the_others()
    {
        ExperimentRun shown = Run with { DeclaredChecks = 0, Points = [.. Run.Points.Select(point => point with { Checks = [] })] };
        ExperimentRun alone = shown with { Points = [.. shown.Points.Select(point => point with { Routes = point.Routes[..1] })] };

        Assert.True(Of(shown).Passed);
        Assert.True(Of(Run, shown).Passed);
        Assert.Equal("no cross-check declared", ResultSet.ShownBecause(shown));
        Assert.Equal("only one route", ResultSet.ShownBecause(alone));
        Assert.Null(ResultSet.ShownBecause(Run));
    }

    [Fact]
    public void An_experiment_without_declared_checks_that_could_not_be_finished_fails()
    {
        RunPoint failed = Run.Points[0] with { Checks = [], Failures = [new("flow", "It blew up.")] };

        Assert.False(Of(Run with { DeclaredChecks = 0, Points = [failed] }).Passed);
        Assert.False(Of(Run with { DeclaredChecks = 0, IsComplete = false }).Passed);
        Assert.Null(ResultSet.ShownBecause(Run with { DeclaredChecks = 0, Points = [failed] }));
    }

    [Fact]
    public void Declared_checks_that_settings_left_out_are_not_only_shown()
    {
        ExperimentRun silent = Run with { Points = [.. Run.Points.Select(point => point with { Checks = [] })] };

        Assert.Null(ResultSet.ShownBecause(silent));
        Assert.False(Of(Run, silent).Passed);
    }

    [Fact]
    public void A_failing_verdict_a_failure_and_an_interruption_fail()
    {
        RunPoint point = Run.Points[0];
        Verdict verdict = point.Checks[0] with { Passed = false };

        Assert.False(Of(Run with { Points = [point with { Checks = point.Checks.SetItem(0, verdict) }] }).Passed);
        Assert.False(Of(Run with { Points = [point with { Failures = [new("flow", "It blew up.")] }] }).Passed);
        Assert.False(Of(Run with { IsComplete = false }).Passed);
    }

    [Fact]
    public void A_point_without_an_answer_to_compare_spoils_nothing_but_a_check_without_any_such_point_fails()
    {
        RunPoint judged = Run.Points[0], absent = Run.Points[1] with { Checks = [], AbsentRoutes = [Route.ClosedForm], NotCompared = [new(judged.Checks[0].Check, "No formula.")] };

        Assert.True(Of(Run with { Points = [judged, absent] }).Passed);
        Assert.Empty(ResultSet.NeverCompared(Run with { Points = [judged, absent] }));
        Assert.False(Of(Run, Run with { Points = [absent] }).Passed);
        Assert.Equal("No formula.", Assert.Single(ResultSet.NeverCompared(Run with { Points = [absent, absent] })).Reason);
        Assert.True(absent.Passed);
    }

    [Fact]
    public void A_check_that_never_compared_anything_fails_beside_one_that_did()
    {
        RunPoint point = Run.Points[0];
        NotCompared other = new(point.Checks[0].Check with { Right = Route.Trained }, "No plan.");

        Assert.False(Of(Run with { Points = [point with { NotCompared = [other] }] }).Passed);
    }

    private static ResultSet Of(params ExperimentRun[] runs) => new(Environment, [.. runs]);
}
