using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>One cross-check at one point: its verdicts over all quantities.</summary>
/// <param name="Name">The comparison in words, such as <c>closed-form vs flow (pointwise)</c>.</param>
/// <param name="Verdicts">At least one verdict.</param>
internal sealed record CheckOutcome(string Name, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>Whether every quantity agrees.</summary>
    public bool Passed => Verdicts.All(verdict => verdict.Passed);

    /// <summary>The quantity that is worst: a failed one before a passed one, then the one with the largest share of its bound.</summary>
    public Verdict Worst => Verdicts.OrderBy(verdict => verdict.Passed).ThenByDescending(verdict => Share(verdict) ?? 0).First();

    /// <summary>The cross-checks of a point, in the order in which they were judged.</summary>
    public static IEnumerable<CheckOutcome> Of(RunPoint point) => point.Checks
        .GroupBy(verdict => verdict.Check.ToString(), StringComparer.Ordinal)
        .Select(group => new CheckOutcome(group.Key, [.. group]));

    /// <summary>The deviation as a share of its bound, or null where either does not exist or the bound is 0.</summary>
    public static double? Share(Verdict verdict) => verdict is { Deviation: { } deviation, Bound: { } bound } && bound > 0 ? deviation / bound : null;

    /// <summary>What a verdict is about, in words.</summary>
    public static string Quantity(Verdict verdict) => verdict.QuantityKind == QuantityKind.Nothing ? "nothing compared" : verdict.Quantity;
}
