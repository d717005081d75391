using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>A verdict with the point at which it was reached.</summary>
internal sealed record PointVerdict(RunPoint Point, Verdict Verdict);

/// <summary>One cross-check of an experiment over all points and quantities.</summary>
/// <param name="Experiment">The experiment's id.</param>
/// <param name="Check">The cross-check.</param>
/// <param name="Points">At how many points it was judged.</param>
/// <param name="Worst">The verdict nearest to failing, or failing the most.</param>
/// <param name="Failed">The verdicts that failed.</param>
internal sealed record CheckSummary(string Experiment, CrossCheckDescriptor Check, int Points, Verdict Worst, ImmutableArray<PointVerdict> Failed)
{
    public bool Passed => Failed.IsEmpty;

    /// <summary>At how many points it failed.</summary>
    public int FailedPoints => Failed.DistinctBy(failed => failed.Point).Count();

    /// <summary>The cross-checks of a run that were judged, in the order in which they are declared.</summary>
    public static ImmutableArray<CheckSummary> Of(ExperimentRun run) =>
    [
        .. run.Points
            .SelectMany(point => point.Checks, (point, verdict) => new PointVerdict(point, verdict))
            .GroupBy(verdict => verdict.Verdict.Check)
            .Select(group => new CheckSummary(
                run.Id,
                group.Key,
                group.Select(verdict => verdict.Point).Distinct().Count(),
                group.Select(verdict => verdict.Verdict).MaxBy(Severity)!,
                [.. group.Where(verdict => !verdict.Verdict.Passed)])),
    ];

    /// <summary>A failure is worse than any success; among equals, the larger share of the bound is.</summary>
    private static (bool Failed, double Share) Severity(Verdict verdict) => (!verdict.Passed, Share(verdict));

    private static double Share(Verdict verdict)
    {
        if (verdict.Deviation is not { } deviation || verdict.Bound is not { } bound)
            return verdict.Passed ? -1 : double.PositiveInfinity;
        if (deviation == 0)
            return 0;
        double share = deviation / bound;
        return double.IsNaN(share) ? double.PositiveInfinity : share;
    }
}
