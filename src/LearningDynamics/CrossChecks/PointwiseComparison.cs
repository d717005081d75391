using LearningDynamics.Experiments;
using static System.FormattableString;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Compares two series point by point: at every time |left - right| must be at most Absolute + Relative |left|. The deviation is
/// reported in the measure of the relative bound, |left - right| / (|left| + Absolute / Relative), or absolutely where Relative is 0.
/// </summary>
internal static class PointwiseComparison
{
    /// <summary>Judges one observable; there is at least one time.</summary>
    public static Verdict Compare(CrossCheckDescriptor check, string observable, ReadOnlySpan<double> times, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        int worst = 0;
        double worstDeviation = -1;
        for (int index = 0; index < times.Length && !double.IsNaN(worstDeviation); index++)
        {
            double deviation = Deviation(check, left[index], right[index]);
            // What is not a number deviates the most.
            if (!(deviation <= worstDeviation))
                (worst, worstDeviation) = (index, deviation);
        }

        double bound = Bound(check);
        bool passed = worstDeviation <= bound;
        return new()
        {
            Check = check,
            QuantityKind = QuantityKind.Observable,
            Quantity = observable,
            Passed = passed,
            Deviation = worstDeviation,
            Bound = bound,
            Explanation = Invariant($"{observable}: largest deviation {worstDeviation:g3} at t = {times[worst]:g6} over {times.Length} times; allowed {bound:g3}."),
            Evidence =
            [
                new("worstTime", times[worst]),
                new("left", left[worst]),
                new("right", right[worst]),
                new("absoluteDeviation", Math.Abs(left[worst] - right[worst])),
                new("points", times.Length),
            ],
        };
    }

    /// <summary>The deviation of two numbers in the measure of <see cref="Bound"/>.</summary>
    public static double Deviation(CrossCheckDescriptor check, double left, double right)
    {
        double difference = Math.Abs(left - right);
        if (difference == 0 || check.Relative == 0)
            return difference;
        return difference / (Math.Abs(left) + (check.Absolute / check.Relative));
    }

    /// <summary>The largest deviation that passes.</summary>
    public static double Bound(CrossCheckDescriptor check) => check.Relative == 0 ? check.Absolute : check.Relative;
}
