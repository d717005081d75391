namespace LearningDynamics.Hosting.Tests;

public class ReportTests
{
    [Fact]
    public void It_writes_the_report_again_from_the_results()
    {
        using Invocation check = Invocation.Of("check", "toy/decay", "toy/wrong");
        string report = Path.Combine(check.WorkingDirectory, "artifacts", "report.html");
        string first = File.ReadAllText(report);
        File.Delete(report);

        using var again = Invocation.Run(["report", "artifacts"], directory: check.WorkingDirectory);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(first, File.ReadAllText(report));
        Assert.Contains("2 experiments, 2 cross-checks: 1 failed", again.Output, StringComparison.Ordinal);
        Assert.Contains("at Rate=1", again.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("artifacts", "report.html"), again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_results_is_wrong_usage()
    {
        using Invocation report = Invocation.Of("report", "nowhere");
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("There is no results.json in 'nowhere'.", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_results_are_wrong_usage()
    {
        using Invocation check = Invocation.Of("check", "toy/decay");
        File.WriteAllText(Path.Combine(check.WorkingDirectory, "artifacts", "results.json"), "{");
        using var report = Invocation.Run(["report", "artifacts"], directory: check.WorkingDirectory);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("cannot be read", report.Error, StringComparison.Ordinal);
    }
}
