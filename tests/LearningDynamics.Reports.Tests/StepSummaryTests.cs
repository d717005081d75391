using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class StepSummaryTests
{
    [Fact]
    public void The_verdict_table_is_appended_to_what_is_there()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("summary.md");
        File.WriteAllText(path, "# Earlier step\n");

        StepSummary.Append(SampleResults.Rich, path);

        string summary = File.ReadAllText(path);
        Assert.StartsWith("# Earlier step\n\n## Learning dynamics\n\n**Failed: ", summary, StringComparison.Ordinal);
        Assert.Contains("| sample/sweep | closed-form vs trained (order) | 3 of 3 |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_variable_names_the_file_and_nothing_happens_without_it()
    {
        using var directory = new TemporaryDirectory();
        string? before = Environment.GetEnvironmentVariable(StepSummary.Variable);
        try
        {
            Environment.SetEnvironmentVariable(StepSummary.Variable, null);
            StepSummary.Append(SampleResults.Passing);
            Environment.SetEnvironmentVariable(StepSummary.Variable, directory.File("summary.md"));
            StepSummary.Append(SampleResults.Passing);
        }
        finally
        {
            Environment.SetEnvironmentVariable(StepSummary.Variable, before);
        }

        Assert.Equal(1, File.ReadAllText(directory.File("summary.md")).Split("## Learning dynamics").Length - 1);
    }

    [Fact]
    public void A_sweep_with_many_problems_lists_the_first_and_counts_the_rest()
    {
        RunPoint failed = SampleRuns.Maps.Points[0];
        ResultSet results = new(SampleResults.Environment, [SampleRuns.Maps with { Points = [.. Enumerable.Repeat(failed, 60)] }]);
        using var directory = new TemporaryDirectory();

        StepSummary.Append(results, directory.File("summary.md"));

        Assert.EndsWith("- 10 more are in the report.\n\n", File.ReadAllText(directory.File("summary.md")), StringComparison.Ordinal);
    }
}
