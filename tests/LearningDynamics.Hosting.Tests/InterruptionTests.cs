using System.Text.Json;
using LearningDynamics.Hosting.Tests.Synthetic;

namespace LearningDynamics.Hosting.Tests;

public class InterruptionTests
{
    [Fact]
    public void What_was_finished_is_kept_and_written()
    {
        using var source = new CancellationTokenSource();
        using var check = Invocation.Run(["check", "toy/swept", "toy/hanging", "toy/decay"], SyntheticCatalog.Create(onHang: source.Cancel), cancellation: source.Token);
        Assert.Equal(130, check.ExitCode);
        Assert.Contains("Interrupted. Everything that was finished is kept.", check.Error, StringComparison.Ordinal);
        Assert.Contains("3 experiments, 3 cross-checks: 2 incomplete", check.Output, StringComparison.Ordinal);

        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(check.WorkingDirectory, "artifacts", "results.json")));
        JsonElement runs = document.RootElement.GetProperty("runs");
        Assert.Equal([3, 0, 0], runs.EnumerateArray().Select(run => run.GetProperty("points").GetArrayLength()));
        Assert.Equal([true, false, false], runs.EnumerateArray().Select(run => run.GetProperty("complete").GetBoolean()));
    }

    [Fact]
    public void It_goes_before_a_failed_check_and_a_numerical_failure()
    {
        using var source = new CancellationTokenSource();
        using var check = Invocation.Run(
            ["check", "toy/wrong", "toy/diverging", "toy/hanging", "--set", "Rate=2"],
            SyntheticCatalog.Create(onHang: source.Cancel),
            cancellation: source.Token);
        Assert.Equal(130, check.ExitCode);
        Assert.Contains("numerical failure: toy/diverging", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_json_standard_output_still_carries_what_is_finished()
    {
        using var source = new CancellationTokenSource();
        using var run = Invocation.Run(["run", "toy/decay", "toy/hanging", "--format", "json"], SyntheticCatalog.Create(onHang: source.Cancel), cancellation: source.Token);
        Assert.Equal(130, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal([true, false], document.RootElement.EnumerateArray().Select(item => item.GetProperty("complete").GetBoolean()));
    }
}
