using System.Globalization;

namespace LearningDynamics.Training;

/// <summary>
/// When a trajectory, known at equally spaced times, first reaches a level. The time comes from interpolation between
/// the samples, so that it depends smoothly on the spacing: for smooth strictly monotone trajectories the error is O(spacing^4).
/// </summary>
/// <remarks>
/// Time is interpolated as a cubic polynomial of the value, through the two samples that enclose the crossing and one
/// more on either side; where a side has no sample, the other gives two; where fewer than four samples exist, or
/// the four are not strictly monotone, fewer are used (three: O(spacing^3); two: O(spacing^2)).
/// A trajectory with a corner, such as the preactivation of a neuron that dies, is to be given up to and including the
/// first sample past the corner only.
/// </remarks>
public static class TrajectoryCrossing
{
    /// <summary>When the trajectory first is at least a level.</summary>
    /// <param name="samples">The values, one a spacing; at least one, all finite.</param>
    /// <param name="level">The level; finite.</param>
    /// <param name="spacing">The time between two samples; above 0.</param>
    /// <param name="start">The time of the first sample.</param>
    /// <returns>The time; the start if the first sample is there already; null if no sample is.</returns>
    /// <exception cref="ArgumentException">There is no sample, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level, the spacing or the start is outside its domain.</exception>
    public static double? FirstRise(ReadOnlySpan<double> samples, double level, double spacing, double start = 0) =>
        First(samples, level, spacing, start, direction: 1);

    /// <summary>When the trajectory first is at most a level.</summary>
    /// <param name="samples">The values, one a spacing; at least one, all finite.</param>
    /// <param name="level">The level; finite.</param>
    /// <param name="spacing">The time between two samples; above 0.</param>
    /// <param name="start">The time of the first sample.</param>
    /// <returns>The time; the start if the first sample is there already; null if no sample is.</returns>
    /// <exception cref="ArgumentException">There is no sample, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level, the spacing or the start is outside its domain.</exception>
    public static double? FirstFall(ReadOnlySpan<double> samples, double level, double spacing, double start = 0) =>
        First(samples, level, spacing, start, direction: -1);

    private static double? First(ReadOnlySpan<double> samples, double level, double spacing, double start, int direction)
    {
        Validate(samples, level, spacing, start);
        int after = 0;
        while (after < samples.Length && direction * (samples[after] - level) < 0)
            after++;
        if (after == samples.Length)
            return null;
        if (after == 0 || samples[after] == level)
            return start + (after * spacing);

        int first = FirstOfStencil(samples.Length, after, count: 4);
        int count = Math.Min(4, samples.Length);
        while (count > 2 && !IsMonotone(samples.Slice(first, count), direction))
        {
            count--;
            first = FirstOfStencil(samples.Length, after, count);
        }

        return start + (spacing * (first + PositionAt(samples.Slice(first, count), level)));
    }

    /// <summary>Where a stencil begins that holds the enclosing samples after - 1 and after as near its middle as possible.</summary>
    private static int FirstOfStencil(int length, int after, int count) =>
        Math.Max(0, Math.Min(after - (count / 2), length - count));

    private static bool IsMonotone(ReadOnlySpan<double> values, int direction)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (!(direction * (values[i] - values[i - 1]) > 0))
                return false;
        }

        return true;
    }

    /// <summary>The polynomial through (values[i], i), at the level: Lagrange's formula.</summary>
    private static double PositionAt(ReadOnlySpan<double> values, double level)
    {
        double position = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = 1;
            for (int j = 0; j < values.Length; j++)
            {
                if (j != i)
                    weight *= (level - values[j]) / (values[i] - values[j]);
            }

            position += weight * i;
        }

        return position;
    }

    private static void Validate(ReadOnlySpan<double> samples, double level, double spacing, double start)
    {
        if (samples.IsEmpty)
            throw new ArgumentException("There must be at least one sample.", nameof(samples));
        for (int i = 0; i < samples.Length; i++)
        {
            if (!double.IsFinite(samples[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Sample {i} is {samples[i]}; it must be finite."), nameof(samples));
        }

        if (!double.IsFinite(level))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must be finite.");
        if (!(spacing > 0 && double.IsFinite(spacing)))
            throw new ArgumentOutOfRangeException(nameof(spacing), spacing, "The spacing must be finite and above 0.");
        if (!double.IsFinite(start))
            throw new ArgumentOutOfRangeException(nameof(start), start, "The start must be finite.");
    }
}
