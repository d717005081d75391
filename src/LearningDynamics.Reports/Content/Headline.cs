using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The outcome of all results in one line.</summary>
internal static class Headline
{
    /// <summary>Such as <c>Passed: 2 of 2 experiments and 6 of 6 cross-checks passed; 1 experiment not compared.</c></summary>
    public static string Of(ResultSet results)
    {
        Tally runs = Tally.OfRuns(results);
        ImmutableArray<Tally> checks = [.. results.Runs.Select(Tally.OfChecks)];
        int shown = results.Runs.Count(run => ResultSet.ShownBecause(run) is not null);
        if (shown > 0 && runs.Total == 0)
            return $"{Outcome(results)}: {NumberText.Count(shown, "experiment")} shown.";
        string rest = shown > 0 ? $"; {NumberText.Count(shown, "experiment")} {NotCompared}" : string.Empty;
        return $"{Outcome(results)}: {Share(runs.Passed, runs.Total, "experiment")} and {Share(checks.Sum(run => run.Passed), checks.Sum(run => run.Total), "cross-check")} passed{rest}.";
    }

    /// <summary>The outcome in a word or three. Where nothing was judged, nothing passed.</summary>
    public static string Outcome(ResultSet results) => !results.Passed ? "Failed" : results.VerdictCount > 0 ? "Passed" : "Nothing to compare";

    /// <summary>What stands in place of a verdict where nothing could be judged.</summary>
    public const string NotCompared = "not compared";

    /// <summary>Whether something passed, in a word.</summary>
    public static string Verdict(bool passed) => passed ? "passed" : "FAILED";

    private static string Share(int part, int total, string noun) => $"{NumberText.Of(part)} of {NumberText.Count(total, noun)}";
}
