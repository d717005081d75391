using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>How often something passed.</summary>
/// <param name="Passed">How often it passed.</param>
/// <param name="Failed">How often it did not.</param>
internal readonly record struct Tally(int Passed, int Failed)
{
    /// <summary>How often it was judged.</summary>
    public int Total => Passed + Failed;

    /// <summary>The cross-checks of a run, over all points: each counts once a point.</summary>
    public static Tally OfChecks(ExperimentRun run) => Of([.. run.Points.SelectMany(CheckOutcome.Of).Select(check => check.Passed)]);

    /// <summary>The runs of a result, but for those that are only shown.</summary>
    public static Tally OfRuns(ResultSet results) => Of([.. results.Runs.Where(run => ResultSet.ShownBecause(run) is null).Select(Problem.Passes)]);

    private static Tally Of(ImmutableArray<bool> outcomes) => new(outcomes.Count(passed => passed), outcomes.Count(passed => !passed));
}
