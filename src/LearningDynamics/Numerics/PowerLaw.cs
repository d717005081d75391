using System.Globalization;
using MathNet.Numerics;

namespace LearningDynamics.Numerics;

/// <summary>Reads an exponent off a curve: c with value ~ time^c.</summary>
public static class PowerLaw
{
    /// <summary>The slope of the straight line that fits ln |value| against ln time by least squares, every point with the same weight.</summary>
    /// <param name="times">The times, each above 0, at least two of them different. Equal ratios give every stretch of the logarithmic axis the same weight.</param>
    /// <param name="values">As many values; finite.</param>
    /// <returns>The exponent, or null if a value is 0, of which there is no logarithm.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a time is not above 0, a value is not finite, or all times are equal.</exception>
    public static double? Exponent(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        if (values.Length != times.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {times.Length} times and {values.Length} values; there must be as many."), nameof(values));
        double[] logTimes = new double[times.Length];
        double[] logValues = new double[times.Length];
        for (int i = 0; i < times.Length; i++)
        {
            if (!(times[i] > 0 && double.IsFinite(times[i])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Time {i} is {times[i]}; a power law needs times above 0."), nameof(times));
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Value {i} is {values[i]}; it must be finite."), nameof(values));
            if (values[i] == 0)
                return null;
            (logTimes[i], logValues[i]) = (Math.Log(times[i]), Math.Log(Math.Abs(values[i])));
        }

        if (logTimes.Distinct().Count() < 2)
            throw new ArgumentException("A slope needs at least two different times.", nameof(times));
        return Fit.Line(logTimes, logValues).B;
    }

    /// <summary>Times at equal ratios over the last decade before a horizon: from a tenth of it up to itself.</summary>
    /// <param name="horizon">The last time, finite and above 0.</param>
    /// <param name="count">How many times; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not finite and above 0, or there are fewer than 2 times.</exception>
    public static double[] LastDecade(double horizon, int count = 50)
    {
        if (!(horizon > 0 && double.IsFinite(horizon)))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is finite and above 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        double[] times = new double[count];
        for (int i = 0; i < count; i++)
            times[i] = i == count - 1 ? horizon : horizon * Math.Pow(10, ((double)i / (count - 1)) - 1);
        return times;
    }
}
