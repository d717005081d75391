using System.Text.Json;
using LearningDynamics.Hosting.Tests.Synthetic;

namespace LearningDynamics.Hosting.Tests;

public class ConformanceTests
{
    [Fact]
    public void The_managed_trainer_passes_and_the_report_says_so()
    {
        using Invocation conformance = Invocation.Of("conformance");
        Assert.Equal(0, conformance.ExitCode);
        Assert.Contains("passed       recursion/descent-logistic\n             Parameter ", conformance.Output, StringComparison.Ordinal);
        Assert.Contains("passed", conformance.Output.Split('\n')[^3], StringComparison.Ordinal);
        Assert.Contains("| `recursion/descent-logistic` | passed, ", Report(conformance), StringComparison.Ordinal);
        Assert.EndsWith("conformance.md\n", conformance.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trainer_that_does_nothing_fails_and_each_reason_is_shown()
    {
        using var conformance = Invocation.Run(["conformance", "--trainer", "elsewhere", "--out", "somewhere"], trainers: [new FakeTrainer("elsewhere")]);
        Assert.Equal(1, conformance.ExitCode);
        Assert.Contains("FAILED       recursion/descent-logistic\n", conformance.Output, StringComparison.Ordinal);
        Assert.Contains("unsupported  recursion/descent-logistic-single\n             Only double precision is supported.\n", conformance.Output, StringComparison.Ordinal);
        Assert.Contains("- elsewhere, `recursion/descent-logistic-single`: Only double precision is supported.", Report(conformance, "somewhere"), StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_it_gives_the_same_as_the_file()
    {
        using var conformance = Invocation.Run(["conformance", "--trainer", "elsewhere", "--format", "json"], trainers: [new FakeTrainer("elsewhere")]);
        using var output = JsonDocument.Parse(conformance.Output);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(conformance.WorkingDirectory, "artifacts", "conformance.json")));
        Assert.True(JsonElement.DeepEquals(output.RootElement, file.RootElement));
        Assert.Equal("learning-dynamics/conformance/1", output.RootElement.GetProperty("schema").GetString());
        Assert.False(output.RootElement.GetProperty("passed").GetBoolean());
        Assert.Contains("conformance.md", conformance.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_test_ends_with_130()
    {
        using var conformance = Invocation.Run(["conformance"], cancellation: new(canceled: true));
        Assert.Equal(130, conformance.ExitCode);
        Assert.False(conformance.Wrote("artifacts", "conformance.md"));
    }

    private static string Report(Invocation conformance, string folder = "artifacts") => File.ReadAllText(Path.Combine(conformance.WorkingDirectory, folder, "conformance.md"));
}
