using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Testing.Tests;
using VerifyTests;
using static VerifyXunit.Verifier;

namespace LearningDynamics.VerifyTests;

public class ResultTests
{
    private static Trajectory Trajectory => ExampleRun.Create().Points[0].Routes[0].Trajectory;

    [Fact]
    public Task A_run() => HoldsTheSnapshotsText(Verify(ExampleRun.Create()), Snapshot.Text(ExampleRun.Create()));

    [Fact]
    public Task Several_runs() => HoldsTheSnapshotsText(Verify(ExampleRun.Results(ExampleRun.Create())), Snapshot.Text(ExampleRun.Results(ExampleRun.Create())));

    [Fact]
    public Task A_verdict() => HoldsTheSnapshotsText(Verify(ExampleRun.Verdict(passed: true)), Snapshot.Text(ExampleRun.Verdict(passed: true)));

    [Fact]
    public Task A_trajectory() => HoldsTheSnapshotsText(Verify(Trajectory), Snapshot.Text(Trajectory));

    [Fact]
    public void It_is_initialised_once() => Assert.Throws<InvalidOperationException>(() => VerifyLearningDynamics.Initialize());

    /// <summary>The verified file is that of a snapshot, letter by letter: either library reads what the other one verified.</summary>
    private static async Task HoldsTheSnapshotsText(SettingsTask verify, string snapshot)
    {
        VerifyResult result = await verify;
        Assert.Equal(snapshot.TrimEnd('\n'), (await File.ReadAllTextAsync(Assert.Single(result.Files))).TrimEnd('\n'));
    }
}
