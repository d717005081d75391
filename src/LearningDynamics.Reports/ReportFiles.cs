namespace LearningDynamics.Reports;

/// <summary>Where the files of a report are.</summary>
/// <param name="Html">The page with plots.</param>
/// <param name="Markdown">The verdicts, findings and environment as Markdown.</param>
/// <param name="Results">Everything as JSON, for <see cref="ReportWriter.Load"/> and for other programs.</param>
/// <param name="Curves">The observables over time as CSV.</param>
/// <param name="JUnit">The cross-checks as JUnit test cases.</param>
public sealed record ReportFiles(string Html, string Markdown, string Results, string Curves, string JUnit)
{
    /// <summary>The file names inside a directory.</summary>
    /// <param name="directory">The directory.</param>
    public static ReportFiles In(string directory) => new(
        Path.Combine(directory, "report.html"),
        Path.Combine(directory, "report.md"),
        Path.Combine(directory, "results.json"),
        Path.Combine(directory, "curves.csv"),
        Path.Combine(directory, "junit.xml"));
}
