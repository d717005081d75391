using System.Runtime.CompilerServices;

namespace LearningDynamics.Conformance.Tests;

/// <summary>What the guide says of the acid test is so.</summary>
public class DocumentationTests
{
    [Fact]
    public void The_trainer_of_the_guide_is_the_one_that_is_tested() =>
        Assert.Contains("```csharp\n" + Read("LinearTrainer.cs").Replace("namespace LearningDynamics.Conformance.Tests;\n\n", string.Empty, StringComparison.Ordinal) + "```\n", Read("../../docs/guide/write-a-trainer.md"), StringComparison.Ordinal);

    [Fact]
    public void The_trainer_of_the_guide_passes_a_dozen_cases_and_refuses_the_rest()
    {
        ConformanceRun run = ConformanceSuite.Run(new LinearTrainer());
        Assert.Equal(0, run.Count(ConformanceStatus.Failed));
        Assert.InRange(run.Count(ConformanceStatus.Passed), 12, 14);
    }

    [Fact]
    public void The_guide_lists_every_case()
    {
        string page = Read("../../docs/guide/conformance.md");
        Assert.All(ConformanceSuite.Cases, asked => Assert.Contains($"| `{asked.Id}` |", page, StringComparison.Ordinal));
    }

    private static string Read(string path, [CallerFilePath] string source = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, path)).ReplaceLineEndings("\n");
}
