namespace LearningDynamics.Numerics;

/// <summary>Elementary functions of learning curves that <see cref="Math"/> lacks, accurate to a few units in the last place.</summary>
public static class Functions
{
    /// <summary>The logistic function sigma(x) = 1 / (1 + e^-x). No overflow; full relative accuracy in both tails.</summary>
    /// <param name="x">Any number; infinities give 0 and 1.</param>
    /// <returns>A number in [0, 1].</returns>
    public static double Logistic(double x)
    {
        double decay = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + decay) : decay / (1 + decay);
    }

    /// <summary>The inverse of <see cref="Logistic"/>: ln(p / (1 - p)).</summary>
    /// <param name="probability">A probability in [0, 1]; 0 and 1 give the infinities.</param>
    /// <returns>Any number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1] or not a number.</exception>
    public static double Logit(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        return Math.Log(probability) - LogOnePlus(-probability);
    }

    /// <summary>The softplus ln(1 + e^x). No overflow; full relative accuracy for large negative x.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>A number of at least 0.</returns>
    public static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>ln(1 + x), with full relative accuracy for small x.</summary>
    /// <param name="x">A number above -1; -1 gives negative infinity.</param>
    /// <returns>Any number.</returns>
    public static double LogOnePlus(double x)
    {
        // Kahan's correction: the rounding error of 1 + x cancels between numerator and denominator.
        double onePlus = 1 + x;
        if (onePlus == 0)
            return double.NegativeInfinity;
        return onePlus == 1 || double.IsInfinity(onePlus) ? x : Math.Log(onePlus) * (x / (onePlus - 1));
    }

    /// <summary>e^x - 1, with full relative accuracy for small x.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>A number of at least -1.</returns>
    public static double ExpMinusOne(double x)
    {
        // Kahan's formula; where e^x rounds to 1 or 0, and where it is large, the direct value is already right.
        if (Math.Abs(x) < 1e-5)
            return x + (x * x / 2) + (x * x * x / 6);
        double exponential = Math.Exp(x);
        if (x > 1 || exponential == 0)
            return exponential - 1;
        return (exponential - 1) * (x / Math.Log(exponential));
    }
}
