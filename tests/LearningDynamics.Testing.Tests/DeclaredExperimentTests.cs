using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing.Tests;

public sealed class DeclaredExperimentTests
{
    [Fact]
    public void The_routes_agree()
    {
        CrossCheckAssert.Passes(new Decay { Rate = 0.7 });
    }

    [Fact]
    public void The_routes_agree_over_the_whole_sweep()
    {
        CrossCheckAssert.Passes(ExperimentRunner.Run(Decay.Descriptor, new RunSettings()));
    }

    [Fact]
    public void The_answer_is_the_accepted_one()
    {
        Snapshot.Match(ExperimentRunner.Run(Decay.Descriptor, new RunSettings()));
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-8)]
    public void A_fault_in_the_flow_is_found_by_both(double fault)
    {
        var faulty = new Decay { Fault = fault };

        CrossCheckFailedException failure = Assert.Throws<CrossCheckFailedException>(() => CrossCheckAssert.Passes(faulty));
        Assert.Contains(FormattableString.Invariant($"At Rate=1 Fault={fault:R} Duration=4:"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("closed-form vs flow (pointwise): Weight: largest deviation", failure.Message, StringComparison.Ordinal);

        string[] paths = [.. Differences(new Decay(), faulty).Select(difference => difference.Path)];
        Assert.Contains("$.points[0].routes[1].observables.Weight[10]", paths);
        Assert.Contains("$.points[0].checks[0].passed", paths);
        Assert.DoesNotContain(paths, path => path.StartsWith("$.points[0].routes[0].", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_that_leave_nothing_to_compare_fail()
    {
        Assert.Throws<CrossCheckFailedException>(() => CrossCheckAssert.Passes(new Decay(), new() { Routes = [Route.Flow] }));
        Assert.Throws<CrossCheckFailedException>(() => CrossCheckAssert.Passes(new Decay(), new() { Checks = false }));
    }

    private static IReadOnlyList<SnapshotDifference> Differences(Decay first, Decay second) =>
        Snapshot.Compare(Snapshot.Text(ExperimentRunner.Run(first)), Snapshot.Text(ExperimentRunner.Run(second)));
}
