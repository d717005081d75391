using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The verdict table on the summary page of a GitHub Actions run.</summary>
public static class StepSummary
{
    /// <summary>The environment variable that names the summary file.</summary>
    public const string Variable = "GITHUB_STEP_SUMMARY";

    /// <summary>Appends the verdict table to the file that <see cref="Variable"/> names; does nothing where it is not set.</summary>
    /// <param name="results">The results.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Append(ResultSet results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            Append(results, path);
    }

    /// <summary>Appends the verdict table to a file.</summary>
    internal static void Append(ResultSet results, string path)
    {
        using var output = new StreamWriter(path, append: true) { NewLine = "\n" };
        output.Write("\n## Learning dynamics\n\n");
        VerdictSummary.Write(output, results);
    }
}
