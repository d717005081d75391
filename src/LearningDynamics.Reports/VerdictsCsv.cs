using System.Globalization;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>
/// The verdicts as one tidy table by RFC 4180, a row for each experiment, point, cross-check and quantity. Numbers read back to the same double; one that does not exist is empty.
/// A cross-check that was not judged at a point, because a route does not answer there, has a row without a quantity and with neither <c>true</c> nor <c>false</c>.
/// </summary>
public static class VerdictsCsv
{
    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="results">The results.</param>
    public static void Write(TextWriter output, ResultSet results)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(results);
        WriteRecord(output, "experiment", "parameters", "left", "right", "kind", "quantity", "passed", "deviation", "bound", "explanation");
        foreach (ExperimentRun run in results.Runs)
        {
            foreach (RunPoint point in run.Points)
            {
                string settings = Reproduction.Settings(point);
                foreach (Verdict verdict in point.Checks)
                    WriteVerdict(output, run.Id, settings, verdict);
                foreach (NotCompared skipped in point.NotCompared)
                    WriteNotCompared(output, run.Id, settings, skipped);
            }
        }
    }

    private static void WriteVerdict(TextWriter output, string experiment, string settings, Verdict verdict) => WriteRecord(
        output,
        experiment,
        settings,
        verdict.Check.Left.Name(),
        verdict.Check.Right.Name(),
        verdict.Check.Kind.Name(),
        verdict.Quantity,
        verdict.Passed ? "true" : "false",
        Number(verdict.Deviation),
        Number(verdict.Bound),
        verdict.Explanation);

    private static void WriteNotCompared(TextWriter output, string experiment, string settings, NotCompared skipped) => WriteRecord(
        output,
        experiment,
        settings,
        skipped.Check.Left.Name(),
        skipped.Check.Right.Name(),
        skipped.Check.Kind.Name(),
        string.Empty,
        string.Empty,
        string.Empty,
        string.Empty,
        skipped.Reason);

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : string.Empty;

    private static void WriteRecord(TextWriter output, params IEnumerable<string> fields) => output.Write(CsvText.Fields(fields) + CsvText.LineEnd);
}
