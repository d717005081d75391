namespace LearningDynamics.CrossChecks;

/// <summary>
/// The order of convergence of a run with events, where the deviation is ragged: a least-squares fit of log ||v - exact|| against log eta over
/// sixteen rates, geometrically spaced over a factor of sixteen.
/// </summary>
internal static class OrderFit
{
    public const int Rates = 16;

    public const double Span = 16;

    /// <summary>How many steps to take in each interval of the grid: whole numbers, so that the grid's times are common to all rates.</summary>
    /// <param name="coarsest">The steps an interval at the coarsest rate.</param>
    public static long[] StepsAnInterval(long coarsest)
    {
        var steps = new long[Rates];
        for (int index = 0; index < Rates; index++)
        {
            long geometric = (long)Math.Round(coarsest * Math.Pow(Span, index / (Rates - 1.0)));
            steps[index] = index == 0 ? geometric : Math.Max(geometric, steps[index - 1] + 1);
        }

        return steps;
    }

    /// <summary>The slope of log deviation against log rate.</summary>
    /// <param name="rates">The learning rates.</param>
    /// <param name="deviations">The 2-norms of the deviation, all above 0.</param>
    public static double Slope(ReadOnlySpan<double> rates, ReadOnlySpan<double> deviations)
    {
        double meanRate = 0, meanDeviation = 0;
        for (int index = 0; index < rates.Length; index++)
        {
            meanRate += Math.Log(rates[index]) / rates.Length;
            meanDeviation += Math.Log(deviations[index]) / rates.Length;
        }

        double covariance = 0, variance = 0;
        for (int index = 0; index < rates.Length; index++)
        {
            double rate = Math.Log(rates[index]) - meanRate;
            covariance += rate * (Math.Log(deviations[index]) - meanDeviation);
            variance += rate * rate;
        }

        return covariance / variance;
    }
}
