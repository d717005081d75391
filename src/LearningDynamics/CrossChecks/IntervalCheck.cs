using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Training;
using MathNet.Numerics.Distributions;
using static System.FormattableString;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Judges a stochastic route by several seeds: at every time the confidence interval of the mean deviation from the reference (Student's t) must contain 0.
/// The declared confidence holds for all times together (Bonferroni). An interval wider than the reference's whole range says nothing, and fails.
/// </summary>
internal static class IntervalCheck
{
    /// <summary>Means that lie off by rounding alone are inside.</summary>
    public const double RoundingShare = 1e-12;

    public static ImmutableArray<Verdict> Judge(CrossCheckDescriptor check, ExperimentDescriptor descriptor, ParameterSet point, ITrainer trainer, CancellationToken cancellation)
    {
        string seed = descriptor.Seed?.Name ?? throw new ArgumentException($"The experiment {descriptor.Id} has no seed; an interval needs several runs that differ by it.", nameof(descriptor));
        if (check.Seeds < 2)
            throw new ArgumentOutOfRangeException(nameof(check), check.Seeds, "An interval needs at least 2 seeds.");
        long firstSeed = point[seed].AsInteger();
        var pairs = new List<(RouteResult Exact, RouteResult Trained)>();
        for (int index = 0; index < check.Seeds; index++)
        {
            BoundExperiment experiment = descriptor.Bind(point.With(seed, ParameterValue.Integer(firstSeed + index)));
            ImmutableArray<double> times = TrainingStudy.Grid(experiment);
            pairs.Add((RouteAnswers.Exact(experiment, check.Left, times, cancellation), RouteAnswers.Trained(experiment, times, trainer, cancellation)));
        }

        return [.. Common(pairs[0]).Select(name => Judge(check, name, pairs))];
    }

    /// <summary>What an interval must not be wider than: the reference's range, or its size where it is constant.</summary>
    public static double Scale(ReadOnlySpan<double> reference) => Range(reference) is > 0 and var range ? range : Math.Abs(reference[0]);

    /// <summary>Why a wide interval fails, though it contains the reference.</summary>
    public static string SaysNothing(double widest, double scale) =>
        Invariant($" The widest interval, +- {widest:g3}, is wider than the reference's range {scale:g3}: take more seeds.");

    private static IEnumerable<string> Common((RouteResult Exact, RouteResult Trained) pair) =>
        pair.Exact.Trajectory.Observables.Select(series => series.Name).Where(name => pair.Trained.Trajectory.Find(name) is not null);

    private static Verdict Judge(CrossCheckDescriptor check, string observable, List<(RouteResult Exact, RouteResult Trained)> pairs)
    {
        ReadOnlySpan<double> times = pairs[0].Exact.Trajectory.Times.AsSpan();
        ReadOnlySpan<double> reference = pairs[0].Exact.Trajectory.Find(observable)!.Values.AsSpan();
        var samples = pairs.ConvertAll(pair => (Exact: pair.Exact.Trajectory.Find(observable)!.Values, Trained: pair.Trained.Trajectory.Find(observable)!.Values));
        double quantile = StudentT.InvCDF(0, 1, check.Seeds - 1, 1 - ((1 - check.Confidence) / (2 * (times.Length - 1))));

        int worst = 1;
        double worstExcess = double.NegativeInfinity, worstMean = 0, worstHalfWidth = 0, widest = 0;
        for (int index = 1; index < times.Length; index++)
        {
            (double mean, double halfWidth) = Interval(samples, index, quantile);
            widest = Math.Max(widest, halfWidth);
            // What is not a number is outside.
            if (!(Math.Abs(mean) - halfWidth <= worstExcess) && !double.IsNaN(worstExcess))
                (worst, worstExcess, worstMean, worstHalfWidth) = (index, Math.Abs(mean) - halfWidth, mean, halfWidth);
        }

        double range = Scale(reference);
        bool inside = worstExcess <= RoundingShare * Math.Abs(reference[worst]);
        bool saysSomething = widest <= range;
        return new()
        {
            Check = check,
            QuantityKind = QuantityKind.Observable,
            Quantity = observable,
            Passed = inside && saysSomething,
            Deviation = Math.Abs(worstMean),
            Bound = worstHalfWidth,
            Explanation = Invariant($"{observable}: over {check.Seeds} seeds the mean deviation is {worstMean:g3} +- {worstHalfWidth:g3} at t = {times[worst]:g6}, {check.Confidence:P1} confidence over all times.")
                + (saysSomething ? string.Empty : SaysNothing(widest, range)),
            Evidence =
            [
                new("seeds", check.Seeds),
                new("confidence", check.Confidence),
                new("worstTime", times[worst]),
                new("meanDeviation", worstMean),
                new("halfWidth", worstHalfWidth),
                new("widestHalfWidth", widest),
                new("referenceRange", range),
                new("points", times.Length - 1),
            ],
        };
    }

    private static (double Mean, double HalfWidth) Interval(List<(ImmutableArray<double> Exact, ImmutableArray<double> Trained)> samples, int index, double quantile)
    {
        double mean = samples.Average(sample => sample.Trained[index] - sample.Exact[index]);
        double variance = samples.Sum(sample => Math.Pow(sample.Trained[index] - sample.Exact[index] - mean, 2)) / (samples.Count - 1);
        return (mean, quantile * Math.Sqrt(variance / samples.Count));
    }

    private static double Range(ReadOnlySpan<double> values)
    {
        double smallest = values[0], largest = values[0];
        foreach (double value in values)
        {
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
        }

        return largest - smallest;
    }
}
