using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing;

/// <summary>Everything that keeps a run from passing, one line each, those of a point under its parameters.</summary>
internal static class RunComplaints
{
    /// <summary>The complaints; none where the run passes.</summary>
    public static IReadOnlyList<string> Of(ExperimentRun run) => [.. OfWhole(run), .. run.Points.SelectMany(point => OfPoint(point, run.DeclaredChecks > 0))];

    private static IEnumerable<string> OfWhole(ExperimentRun run)
    {
        if (!run.IsComplete)
            yield return "The run was interrupted before every point was finished.";
        if (run.Points.IsEmpty)
            yield return "Nothing was compared: the run has no points.";
        else if (run.DeclaredChecks == 0)
            yield return "Nothing was compared: the experiment declares no cross-check.";
        foreach (NotCompared skipped in ResultSet.NeverCompared(run))
            yield return $"{skipped.Check} compared nothing, at no point of the run. {skipped.Reason}";
    }

    private static IEnumerable<string> OfPoint(RunPoint point, bool declaresChecks)
    {
        string[] complaints =
        [
            .. point.Failures.Select(failure => $"  {failure.What} could not be finished: {failure.Message}"),
            .. point.Checks.Where(verdict => !verdict.Passed).Select(Failed),
        ];
        if (complaints.Length == 0 && declaresChecks && point.Checks.IsEmpty && point.NotCompared.IsEmpty)
            complaints = ["  Nothing was compared here: the settings left out the cross-checks, or the routes that they compare."];
        return complaints.Length == 0 ? [] : [$"At {Parameters(point)}:", .. complaints];
    }

    private static string Failed(Verdict verdict) => $"  {verdict.Check}: {verdict.Explanation}";

    private static string Parameters(RunPoint point) => point.Parameters.IsEmpty
        ? "its only point"
        : string.Join(' ', point.Parameters.Select(setting => $"{setting.Name}={setting.Value}"));
}
