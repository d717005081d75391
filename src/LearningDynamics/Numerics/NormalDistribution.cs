using MathNet.Numerics;

namespace LearningDynamics.Numerics;

/// <summary>The standard normal distribution, with full relative accuracy in both tails.</summary>
/// <remarks>With Phi the distribution function and phi the density. No error of a function here exceeds 1e-14, relative to its value, beyond that of its argument.</remarks>
internal static class NormalDistribution
{
    // From here on the continued fraction needs at most this many terms.
    private const double FractionStart = 3;
    private const int FractionTerms = 80;

    /// <summary>phi(x) = e^(-x^2 / 2) / sqrt(2 pi).</summary>
    public static double Density(double x) => Constants.InvSqrt2Pi * Math.Exp(-x * x / 2);

    /// <summary>Phi(x), the probability of a value below x.</summary>
    public static double Cumulative(double x) => SpecialFunctions.Erfc(-x * Constants.Sqrt1Over2) / 2;

    /// <summary>The probability of a value within x of 0: Phi(x) - Phi(-x), for x of at least 0.</summary>
    public static double Within(double x) => SpecialFunctions.Erf(x * Constants.Sqrt1Over2);

    /// <summary>Mills' ratio M(x) = (1 - Phi(x)) / phi(x): about 1/x for large x; it overflows below -38.</summary>
    public static double MillsRatio(double x) =>
        x < FractionStart ? Cumulative(-x) / Density(x) : 1 / (x + Fraction(x));

    /// <summary>1 - x M(x), which is minus the derivative of <see cref="MillsRatio"/>: always above 0, and about 1/x^2 for large x.</summary>
    public static double MillsDecline(double x)
    {
        if (x < FractionStart)
            return 1 - (x * MillsRatio(x));
        double fraction = Fraction(x);
        return fraction / (x + fraction);
    }

    /// <summary>1/(x + 2/(x + 3/(x + ...))), from Laplace's continued fraction M(x) = 1/(x + 1/(x + 2/(x + ...))).</summary>
    private static double Fraction(double x)
    {
        double tail = 0;
        for (int k = x < 6 ? FractionTerms : FractionTerms / 3; k >= 1; k--)
            tail = k / (x + tail);
        return tail;
    }
}
