using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>One cross-check at one point: its verdicts over all quantities.</summary>
/// <param name="Check">The cross-check.</param>
/// <param name="Point">The point.</param>
/// <param name="Verdicts">At least one verdict.</param>
public sealed record CheckOutcome(CrossCheckDescriptor Check, RunPoint Point, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>The cross-check in words, such as <c>closed-form vs flow (pointwise)</c>.</summary>
    public string Name => Check.ToString();

    /// <summary>Whether every quantity agrees.</summary>
    public bool Passed => Verdicts.All(verdict => verdict.Passed);

    /// <summary>The verdicts on the quantities that do not agree.</summary>
    public ImmutableArray<Verdict> Failed => [.. Verdicts.Where(verdict => !verdict.Passed)];

    /// <summary>The verdict that is nearest to failing, or fails the most.</summary>
    public Verdict Worst => Verdicts.MaxBy(Severity)!;

    /// <summary>The cross-checks of a point, in the order in which they were judged.</summary>
    /// <param name="point">The point.</param>
    public static IEnumerable<CheckOutcome> Of(RunPoint point) => point.Checks
        .GroupBy(verdict => verdict.Check.ToString(), StringComparer.Ordinal)
        .Select(verdicts => new CheckOutcome(verdicts.First().Check, point, [.. verdicts]));

    /// <summary>The deviation as a share of its bound; null where either does not exist.</summary>
    /// <param name="verdict">The verdict.</param>
    public static double? Share(Verdict verdict) => verdict switch
    {
        { Deviation: 0, Bound: not null } => 0,
        { Deviation: { } deviation, Bound: { } bound } => deviation / bound,
        _ => null,
    };

    /// <summary>A failure is worse than any success; among equals, the larger share of the bound is. A failure without a share is the worst.</summary>
    internal static (bool Failed, double Share) Severity(Verdict verdict) => Share(verdict) is { } share && !double.IsNaN(share)
        ? (!verdict.Passed, share)
        : (!verdict.Passed, verdict.Passed ? -1 : double.PositiveInfinity);
}
