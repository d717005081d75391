using System.Collections.Immutable;
using LearningDynamics.Experiments;
using MathNet.Numerics.Distributions;
using static System.FormattableString;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Judges a route that answers with means over independent runs by the standard errors that it reports: the confidence interval of each mean (Student's t) must contain
/// the reference. The declared confidence holds for all times of an observable together (Bonferroni), and for each finding.
/// </summary>
internal sealed class EnsembleCheck
{
    private readonly CrossCheckDescriptor check;
    private readonly RouteResult reference, means;
    private readonly StandardErrors errors;

    private EnsembleCheck(CrossCheckDescriptor check, RouteResult reference, RouteResult means, StandardErrors errors) =>
        (this.check, this.reference, this.means, this.errors) = (check, reference, means, errors);

    /// <summary>The verdicts on every observable and finding that both routes give.</summary>
    /// <param name="check">The comparison.</param>
    /// <param name="answers">The routes' answers on a common grid.</param>
    public static ImmutableArray<Verdict> Judge(CrossCheckDescriptor check, ImmutableArray<RouteResult> answers)
    {
        RouteResult? left = answers.FirstOrDefault(answer => answer.Route == check.Left);
        RouteResult? right = answers.FirstOrDefault(answer => answer.Route == check.Right);
        if (left is null || right is null)
            return [];
        if (right.StandardErrors is not { } errors)
            return [Failure(check, QuantityKind.Nothing, string.Empty, $"Nothing was compared: {check.Right.Name()} reports no standard errors.")];
        var judge = new EnsembleCheck(check, left, right, errors);
        return [.. judge.Observables(), .. judge.Findings()];
    }

    private IEnumerable<Verdict> Observables() =>
        from series in reference.Trajectory.Observables
        let mean = means.Trajectory.Find(series.Name)
        where mean is not null
        select reference.Trajectory.Times.SequenceEqual(means.Trajectory.Times) && reference.Trajectory.Times is not ([] or [0])
            ? Judge(series, mean, errors.Observables.First(error => error.Name == series.Name))
            : Failure(check, QuantityKind.Observable, series.Name, $"{series.Name}: nothing was compared, because the routes measured it at no time after 0, or at different ones.");

    private Verdict Judge(ObservableSeries series, ObservableSeries mean, ObservableSeries error)
    {
        ReadOnlySpan<double> times = reference.Trajectory.Times.AsSpan();
        int first = times[0] == 0 ? 1 : 0, points = times.Length - first;
        double quantile = Quantile(points);
        int worst = first;
        double worstExcess = double.NegativeInfinity, widest = 0;
        for (int index = first; index < times.Length; index++)
        {
            double halfWidth = quantile * error.Values[index];
            widest = Math.Max(widest, halfWidth);
            double excess = Excess(series.Values[index], mean.Values[index], halfWidth);
            if (excess > worstExcess)
                (worst, worstExcess) = (index, excess);
        }

        double scale = IntervalCheck.Scale(series.Values.AsSpan());
        double deviation = mean.Values[worst] - series.Values[worst], bound = quantile * error.Values[worst];
        return Verdict(QuantityKind.Observable, series.Name, worstExcess <= 0 && widest <= scale, deviation, bound, [new("worstTime", times[worst]), new("widestHalfWidth", widest), new("referenceRange", scale), new("points", points)]) with
        {
            Explanation = Invariant($"{series.Name}: over {errors.Runs} runs the mean is {deviation:g3} +- {bound:g3} off at t = {times[worst]:g6}, {check.Confidence:P1} confidence over all times.")
                + (widest <= scale ? string.Empty : IntervalCheck.SaysNothing(widest, scale)),
        };
    }

    private IEnumerable<Verdict> Findings() =>
        from finding in reference.Findings
        let mean = means.FindFinding(finding.Name)
        where mean is not null
        let verdict = Judge(finding, mean)
        where verdict is not null
        select verdict;

    /// <summary>Labels and flags must be equal; a number without a standard error is not compared.</summary>
    private Verdict? Judge(Finding finding, Finding mean)
    {
        if (finding.Value.AsNumber is not { } exact || mean.Value.AsNumber is not { } value)
            return FindingComparison.Equality(check, finding, mean);
        if (errors.Findings.FirstOrDefault(error => error.Name == finding.Name)?.Value.AsNumber is not { } error)
            return null;
        double halfWidth = Quantile(1) * error;
        return Verdict(QuantityKind.Finding, finding.Name, Excess(exact, value, halfWidth) <= 0, value - exact, halfWidth, [new("left", exact), new("right", value)]) with
        {
            Explanation = Invariant($"{finding.Name}: {exact:g6}, and over {errors.Runs} runs {value:g6} +- {halfWidth:g3}, {check.Confidence:P1} confidence."),
        };
    }

    private Verdict Verdict(QuantityKind kind, string quantity, bool passed, double deviation, double bound, ReadOnlySpan<Evidence> more) => new()
    {
        Check = check,
        QuantityKind = kind,
        Quantity = quantity,
        Passed = passed,
        Deviation = Math.Abs(deviation),
        Bound = bound,
        Explanation = string.Empty,
        Evidence = [new("runs", errors.Runs), new("confidence", check.Confidence), new("meanDeviation", deviation), new("halfWidth", bound), .. more],
    };

    private static Verdict Failure(CrossCheckDescriptor check, QuantityKind kind, string quantity, string explanation) => new()
    {
        Check = check,
        QuantityKind = kind,
        Quantity = quantity,
        Passed = false,
        Explanation = explanation,
    };

    private static double Excess(double exact, double mean, double halfWidth) => Math.Abs(mean - exact) - halfWidth - (IntervalCheck.RoundingShare * Math.Abs(exact));

    private double Quantile(int points) => StudentT.InvCDF(0, 1, errors.Runs - 1, 1 - ((1 - check.Confidence) / (2 * points)));
}
