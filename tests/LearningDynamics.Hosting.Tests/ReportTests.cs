using LearningDynamics.Experiments;
using LearningDynamics.Hosting.Tests.Synthetic;

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

    [Theory]
    [InlineData("png", "--image-format needs --images FOLDER")]
    [InlineData("gif", "'gif'")]
    public void An_image_format_is_known_and_needs_a_folder(string format, string message)
    {
        using Invocation report = Invocation.Of("report", "nowhere", "--image-format", format);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains(message, report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_figure_is_declared_no_image_is_written()
    {
        using Invocation check = Invocation.Of("check", "toy/decay");

        using var report = Invocation.Run(["report", "artifacts", "--images", "images"], directory: check.WorkingDirectory);

        Assert.Equal(0, report.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(check.WorkingDirectory, "images")));
    }

    [Fact]
    public void A_browser_that_cannot_be_started_is_named()
    {
        ExperimentDescriptor drawn = SyntheticCatalog.Create().Find("toy/decay") with { Figures = [new("Decay", FigureKind.Curves, ["Value"])] };
        using var check = Invocation.Run(["check"], new ExperimentCatalog([drawn]));

        using var report = Invocation.Run(
            ["report", "artifacts", "--images", "images", "--image-format", "svg"],
            change: surroundings => surroundings with { Variable = name => name == "CHROMIUM" ? "no-such-browser" : null },
            directory: check.WorkingDirectory);

        Assert.Equal(2, report.ExitCode);
        Assert.Contains("'no-such-browser' cannot be started", report.Error, StringComparison.Ordinal);
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
