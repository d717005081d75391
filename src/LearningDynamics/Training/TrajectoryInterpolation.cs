using System.Globalization;

namespace LearningDynamics.Training;

/// <summary>The value of a trajectory, known at equally spaced times, between them: a cubic polynomial through the four nearest samples.</summary>
/// <remarks>For smooth trajectories the error is O(spacing^4); with three or two samples in all, O(spacing^3) or O(spacing^2).</remarks>
public static class TrajectoryInterpolation
{
    /// <summary>The value at a time.</summary>
    /// <param name="samples">The values, one a spacing, the first at time 0; at least one.</param>
    /// <param name="time">The time, from 0 to that of the last sample.</param>
    /// <param name="spacing">The time between two samples; finite and above 0.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time or the spacing is outside its domain.</exception>
    public static double At(ReadOnlySpan<double> samples, double time, double spacing)
    {
        if (samples.IsEmpty)
            throw new ArgumentException("There must be at least one sample.", nameof(samples));
        if (!(spacing > 0 && double.IsFinite(spacing)))
            throw new ArgumentOutOfRangeException(nameof(spacing), spacing, "The spacing must be finite and above 0.");
        double position = time / spacing;
        if (!(position >= 0 && position <= samples.Length - 1))
            throw new ArgumentOutOfRangeException(nameof(time), time, string.Create(CultureInfo.InvariantCulture, $"The time must lie between 0 and {(samples.Length - 1) * spacing}."));
        int count = Math.Min(4, samples.Length);
        int first = Math.Clamp((int)position - 1, 0, samples.Length - count);
        double value = 0;
        for (int i = 0; i < count; i++)
        {
            double weight = samples[first + i];
            for (int j = 0; j < count; j++)
            {
                if (j != i)
                    weight *= (position - first - j) / (i - j);
            }

            value += weight;
        }

        return value;
    }
}
