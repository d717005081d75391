using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>One cross-check of a run over all points at which it was judged.</summary>
/// <param name="Check">The cross-check.</param>
/// <param name="Points">Its outcome at each of them; at least one.</param>
public sealed record CheckSummary(CrossCheckDescriptor Check, ImmutableArray<CheckOutcome> Points)
{
    /// <summary>At how many points it could not be judged, because a route does not answer there.</summary>
    public int NotCompared { get; init; }

    /// <summary>The cross-check in words, such as <c>closed-form vs flow (pointwise)</c>.</summary>
    public string Name => Check.ToString();

    /// <summary>Whether every quantity agrees at every point.</summary>
    public bool Passed => Points.All(outcome => outcome.Passed);

    /// <summary>The points at which a quantity does not agree.</summary>
    public ImmutableArray<CheckOutcome> Failed => [.. Points.Where(outcome => !outcome.Passed)];

    /// <summary>The verdict that is nearest to failing, or fails the most.</summary>
    public Verdict Worst => Points.Select(outcome => outcome.Worst).MaxBy(CheckOutcome.Severity)!;

    /// <summary>The cross-checks of a run that were judged, in the order in which they are declared.</summary>
    /// <param name="run">The run.</param>
    public static ImmutableArray<CheckSummary> Of(ExperimentRun run) =>
    [
        .. run.Points.SelectMany(CheckOutcome.Of)
            .GroupBy(outcome => outcome.Name, StringComparer.Ordinal)
            .Select(outcomes => new CheckSummary(outcomes.First().Check, [.. outcomes]) { NotCompared = CountNotCompared(run, outcomes.Key) }),
    ];

    private static int CountNotCompared(ExperimentRun run, string name) => run.Points.Count(point => point.NotCompared.Any(skipped => skipped.Check.ToString() == name));
}
