using LearningDynamics.Numerics;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// The exponent with which a quantity falls over the last decade of a run, from a tenth of it on. The times are whole hundredths of the run, which every route measures
/// at without interpolation, at ratios as equal as these allow.
/// </summary>
internal static class LastDecade
{
    private const int Steps = 20, Hundredths = 100;

    /// <summary>The times, increasing.</summary>
    /// <param name="duration">How long the run is.</param>
    public static double[] Times(double duration) =>
        [.. Enumerable.Range(0, Steps + 1).Select(step => duration * Math.Round(Hundredths * Math.Pow(10, ((double)step / Steps) - 1)) / Hundredths)];

    /// <summary>The exponent, or null if the quantity is 0 somewhere.</summary>
    /// <param name="duration">How long the run is.</param>
    /// <param name="quantity">The quantity at a time.</param>
    public static double? Exponent(double duration, Func<double, double> quantity)
    {
        double[] times = Times(duration);
        return PowerLaw.Exponent(times, [.. times.Select(quantity)]);
    }
}
