using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Training;
using static System.FormattableString;

namespace LearningDynamics.Conformance;

/// <summary>
/// Small networks after 1, 10 and 1000 steps against recursions in 50 digits, in double and in single precision. A weight may be off by roundings times
/// u times its condition, the sum of all that the steps may err and the later steps carry on: see docs/guide/conformance.md.
/// </summary>
internal static class RecursionCases
{
    // A bound above this share of the largest weight says too little: in single precision such a step is not judged, only the earlier ones.
    private const double LargestBound = 0.01;

    private static readonly double DoubleUnit = Math.ScaleB(1, -53);
    private static readonly double SingleUnit = Math.ScaleB(1, -24);

    public static ImmutableArray<ConformanceCase> All { get; } = [.. RecursionRecord.ReadAll().SelectMany(record => (ConformanceCase[])[Of(record, Precision.Double), Of(record, Precision.Single)])];

    private static ConformanceCase Of(RecursionRecord record, Precision precision)
    {
        TrainingPlan plan = record.Plan() with { Precision = precision };
        bool single = precision == Precision.Single;
        double unit = record.Roundings * (single ? SingleUnit : DoubleUnit);
        return new(
            "recursion/" + record.Name + (single ? "-single" : string.Empty),
            record.Summary + (single ? " In single precision." : string.Empty),
            [plan],
            (trainer, cancellation) => Judge(record, plan, unit, trainer, cancellation));
    }

    private static Judgement Judge(RecursionRecord record, TrainingPlan plan, double unit, ITrainer trainer, CancellationToken cancellation)
    {
        var seen = new Dictionary<long, double[]>();
        trainer.Train(plan, (step, network) => seen[step] = network.Parameters(), progress: null, cancellation);

        ResultRecord[] judged = [.. record.Results.Where(result => unit * result.Conditions.Max() <= LargestBound * result.Values().Max(Math.Abs))];
        if (judged.FirstOrDefault(result => !seen.ContainsKey(result.Step)) is { } missing)
            return Judgement.Of(passed: false, Invariant($"The trainer did not show step {missing.Step}."));
        Comparison[] comparisons = [.. judged.Select(result => Comparison.Of(result, seen[result.Step], unit))];
        // Math.Max, unlike MaxBy, takes what is not a number for the largest.
        double share = comparisons.Aggregate(0.0, (largest, comparison) => Math.Max(largest, comparison.Share));
        Comparison worst = comparisons.First(comparison => comparison.Share.Equals(share));
        return Judgement.Within(
            worst.Deviation,
            worst.Bound,
            Invariant($"Parameter {worst.Parameter} after step {worst.Step} is off by {worst.Deviation:g3}; {worst.Bound:g3} is allowed."),
            [.. comparisons.Select(comparison => new Evidence(Invariant($"shareOfBoundAtStep{comparison.Step}"), comparison.Share))]);
    }

    /// <summary>The parameter that is the furthest off after a step, as a share of its bound.</summary>
    private sealed record Comparison(long Step, int Parameter, double Deviation, double Bound)
    {
        // Where nothing can go wrong nothing may: a masked weight stays 0.
        public double Share => Deviation == 0 ? 0 : Deviation / Bound;

        public static Comparison Of(ResultRecord result, double[] actual, double unit)
        {
            double[] expected = result.Values();
            Comparison? worst = null;
            for (int i = 0; i < expected.Length; i++)
            {
                var current = new Comparison(result.Step, i, Math.Abs(actual[i] - expected[i]), unit * result.Conditions[i]);
                if (worst is null || !(current.Share <= worst.Share))
                    worst = current;
                if (double.IsNaN(worst.Share))
                    break;
            }

            return worst!;
        }
    }
}
