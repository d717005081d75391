using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The outcome of all results in one line.</summary>
internal static class Headline
{
    /// <summary>Such as <c>Passed: 2 of 2 experiments and 6 of 6 cross-checks passed.</c></summary>
    public static string Of(ResultSet results)
    {
        Tally runs = Tally.OfRuns(results);
        ImmutableArray<Tally> checks = [.. results.Runs.Select(Tally.OfChecks)];
        return $"{(results.Passed ? "Passed" : "Failed")}: {Share(runs.Passed, runs.Total, "experiment")} and {Share(checks.Sum(run => run.Passed), checks.Sum(run => run.Total), "cross-check")} passed.";
    }

    /// <summary>What stands in place of a verdict where a cross-check could not be judged.</summary>
    public const string NotCompared = "not compared";

    /// <summary>Whether something passed, in a word.</summary>
    public static string Verdict(bool passed) => passed ? "passed" : "FAILED";

    private static string Share(int part, int total, string noun) => $"{NumberText.Of(part)} of {NumberText.Count(total, noun)}";
}
