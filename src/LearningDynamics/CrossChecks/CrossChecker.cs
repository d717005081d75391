using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.CrossChecks;

/// <summary>Compares the routes of an experiment as it declares.</summary>
public static class CrossChecker
{
    /// <summary>Judges one declared comparison at one point.</summary>
    /// <param name="check">The comparison.</param>
    /// <param name="descriptor">The experiment.</param>
    /// <param name="point">The point of its parameters.</param>
    /// <param name="answers">The routes' answers on a common grid, for a pointwise comparison or an interval of the right one's own runs.</param>
    /// <param name="trainer">The trainer, for an order check or an interval over seeds.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <returns>A verdict for each quantity that both routes give; one that failed where there is none.</returns>
    /// <exception cref="Numerics.NumericalFailureException">A route could not be answered.</exception>
    public static ImmutableArray<Verdict> Judge(
        CrossCheckDescriptor check,
        ExperimentDescriptor descriptor,
        ParameterSet point,
        ImmutableArray<RouteResult> answers,
        ITrainer trainer,
        CancellationToken cancellation = default)
    {
        ImmutableArray<Verdict> verdicts = check.Kind switch
        {
            CrossCheckKind.Pointwise => Pointwise(check, answers),
            CrossCheckKind.Order => OrderCheck.Judge(check, descriptor.Bind(point), trainer, cancellation),
            CrossCheckKind.Interval when check.Seeds == 0 => EnsembleCheck.Judge(check, answers),
            CrossCheckKind.Interval => IntervalCheck.Judge(check, descriptor, point, trainer, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(check), check.Kind, "A comparison is pointwise, by order or by interval."),
        };
        return verdicts.IsEmpty ? [Nothing(check)] : verdicts;
    }

    /// <summary>The verdict on a comparison that had nothing to compare: it fails.</summary>
    private static Verdict Nothing(CrossCheckDescriptor check) => new()
    {
        Check = check,
        QuantityKind = QuantityKind.Nothing,
        Quantity = string.Empty,
        Passed = false,
        Explanation = $"Nothing was compared: {check.Left.Name()} and {check.Right.Name()} have no observable, finding or map in common.",
    };

    private static ImmutableArray<Verdict> Pointwise(CrossCheckDescriptor check, ImmutableArray<RouteResult> answers)
    {
        RouteResult? left = answers.FirstOrDefault(answer => answer.Route == check.Left);
        RouteResult? right = answers.FirstOrDefault(answer => answer.Route == check.Right);
        return left is null || right is null ? [] : [.. Observables(check, left, right), .. Findings(check, left, right), .. Maps(check, left, right)];
    }

    private static IEnumerable<Verdict> Observables(CrossCheckDescriptor check, RouteResult left, RouteResult right)
    {
        bool sameTimes = !left.Trajectory.Times.IsEmpty && left.Trajectory.Times.SequenceEqual(right.Trajectory.Times);
        foreach (ObservableSeries series in left.Trajectory.Observables)
        {
            if (right.Trajectory.Find(series.Name) is not { } other)
                continue;
            yield return sameTimes
                ? PointwiseComparison.Compare(check, series.Name, left.Trajectory.Times.AsSpan(), series.Values.AsSpan(), other.Values.AsSpan())
                : Nothing(check) with
                {
                    QuantityKind = QuantityKind.Observable,
                    Quantity = series.Name,
                    Explanation = $"{series.Name}: nothing was compared, because the routes measured it at no time, or at different ones.",
                };
        }
    }

    private static IEnumerable<Verdict> Findings(CrossCheckDescriptor check, RouteResult left, RouteResult right) =>
        from finding in left.Findings
        let other = right.FindFinding(finding.Name)
        where other is not null
        select FindingComparison.Compare(check, finding, other);

    private static IEnumerable<Verdict> Maps(CrossCheckDescriptor check, RouteResult left, RouteResult right) =>
        from map in left.Maps
        let other = right.Maps.FirstOrDefault(candidate => candidate.Name == map.Name)
        where other is not null
        select FindingComparison.Compare(check, map, other);
}
