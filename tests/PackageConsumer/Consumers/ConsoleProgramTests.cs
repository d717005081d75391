using System.Text.Json;
using LearningDynamics.PackageConsumer.Tests.Packages;
using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Consumers;

/// <summary>An experiment declared in a fresh console project: it builds, runs, and is published trimmed.</summary>
[Collection(SharedPacking.Name)]
public class ConsoleProgramTests(ConsoleProgram program) : IClassFixture<ConsoleProgram>
{
    public static TheoryData<string> Folders => [ConsoleProgram.Built, ConsoleProgram.Published];

    [Fact]
    public void It_builds_without_a_warning()
    {
        program.Building.HasNoWarning();
    }

    [Fact]
    public void It_is_published_trimmed_without_a_warning()
    {
        program.Publishing.HasNoWarning();
        Assert.Contains("Optimizing assemblies for size", program.Publishing.Output, StringComparison.Ordinal);

        // The whole framework has well over a hundred assemblies.
        Assert.InRange(Directory.GetFiles(program.PathOf(ConsoleProgram.Published), "*.dll").Length, 1, 80);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_answers_a_run_in_json(string folder)
    {
        CommandResult run = program.Start(folder, "run", "quick-start/one-weight", "--route", "closed-form,flow", "--set", "InputNorm=1", "--at", "0,1", "--format", "json").Ends(0);
        using var document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("learning-dynamics/run/1", root.GetProperty("schema").GetString());
        Assert.Equal("quick-start/one-weight", root.GetProperty("experiment").GetString());
        JsonElement[] routes = [.. root.GetProperty("points")[0].GetProperty("routes").EnumerateArray()];
        Assert.Equal(["closed-form", "flow"], routes.Select(route => route.GetProperty("route").GetString()));
        foreach (JsonElement route in routes)
        {
            // u' = sigma(-u) from u = 0 means u + e^u = 1 + t.
            double[] logit = [.. route.GetProperty("observables").GetProperty("Logit").EnumerateArray().Select(value => value.GetDouble())];
            Assert.Equal(0, logit[0]);
            Assert.Equal(2, logit[1] + Math.Exp(logit[1]), 1e-11);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Its_cross_checks_pass_and_the_report_is_written(string folder)
    {
        string report = Path.Combine(folder, "report");
        CommandResult check = program.Start(folder, "check", "--out", report, "--format", "json").Ends(0);
        using var document = JsonDocument.Parse(check.Output);
        Assert.True(document.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(
            ["curves.csv", "junit.xml", "report.html", "report.md", "results.json"],
            Directory.EnumerateFiles(program.PathOf(report)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void It_names_the_nearest_experiment_when_there_is_none_of_that_name(string folder)
    {
        CommandResult run = program.Start(folder, "run", "quick-start/one-wait").Ends(2);
        Assert.Contains("quick-start/one-weight", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
