namespace LearningDynamics.Numerics;

/// <summary>Wright's omega function, omega + ln omega = x, in the form that learning curves need: as the growth of its logarithm.</summary>
public static class WrightOmega
{
    /// <summary>
    /// The growth d of a logit from <paramref name="start"/> with d + e^start (e^d - 1) = <paramref name="duration"/>:
    /// d = ln omega(start + e^start + duration) - start. It solves u' = 1 / (1 + e^u).
    /// </summary>
    /// <remarks>
    /// Divided by 1 + e^start the equation reads (1 - q) d + q (e^d - 1) = duration (1 - q) with q = sigma(start). Its left side is convex and
    /// increasing, so Newton's method from above the root falls to it monotonically. No overflow, and full relative accuracy of d.
    /// </remarks>
    /// <param name="start">The logit at the beginning; any finite number.</param>
    /// <param name="duration">A number of at least 0; infinity gives infinity.</param>
    /// <returns>A number of at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The start is not finite, or the duration is negative or not a number.</exception>
    public static double LogarithmGrowth(double start, double duration)
    {
        if (!double.IsFinite(start))
            throw new ArgumentOutOfRangeException(nameof(start), start, "The start must be finite.");
        if (!(duration >= 0))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A duration is at least 0.");
        if (double.IsPositiveInfinity(duration))
            return duration;

        double slow = Functions.Logistic(-start);
        double steep = Functions.Logistic(start);
        double logSteep = -Functions.Softplus(-start);
        double target = duration * slow;
        if (target == 0)
            return 0;

        // The root lies below both bounds: the left side is at least d, and at least q (e^d - 1).
        double growth = Math.Min(target, Functions.Softplus(Math.Log(target) - logSteep));
        for (int i = 0; i < MaximumSteps; i++)
        {
            double exponential = steep * Functions.ExpMinusOne(growth);
            if (growth > 1)
                exponential = Math.Exp(growth + logSteep) - steep;
            double step = ((slow * growth) + exponential - target) / (slow + exponential + steep);
            growth -= step;
            if (Math.Abs(step) <= 1e-9 * growth)
                break;
        }
        return growth;
    }

    // The bounds miss the root by at most ln 2 (or by a factor 2 for small growth), from where six steps reach the last digit.
    private const int MaximumSteps = 20;
}
