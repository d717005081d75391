using System.Runtime.CompilerServices;

namespace LearningDynamics.Numerics;

/// <summary>
/// Elementary functions in lanes, written once for every width. Where a lane's argument is exceptional the right value is selected, never branched to, so that the time
/// does not depend on the numbers.
/// </summary>
/// <remarks>
/// Errors in units in the last place, over all arguments: Exp and Log below 1, Logistic and Softplus below 2, Tanh below 2 (docs/guide/performance.md).
/// </remarks>
internal static class LaneFunctions
{
    // ln 2 in two parts; the first has 32 bits, so that its products with exponents are exact.
    private const double Ln2High = 0.69314718036912381649, Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896340736;

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // Beyond these bounds the result is 0 or infinity; a number that is none goes through both comparisons.
        return ExpOfBounded(T.Minimum(710, T.Maximum(-746, x)));
    }

    /// <summary>e^x for x of at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpOfNegative<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T> => ExpOfBounded(T.Maximum(-746, x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpOfBounded<T>(T bounded)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T k = T.Round(bounded * InverseLn2);
        T r = Reduced(bounded, k);
        return T.Scale(1 + T.MultiplyAdd(Curvature(r), r * r, r), k);
    }

    /// <summary>e^x - 1 for x of at least 0 and below 700, with full relative accuracy for small x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpMinusOne<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T k = T.Round(x * InverseLn2);
        T r = Reduced(x, k);
        T power = T.Scale(1, k);
        // e^x - 1 = (2^k - 1) + 2^k r + 2^k (e^r - 1 - r); the first two are added with their rounding error.
        T whole = power - 1, linear = power * r;
        T sum = whole + linear;
        return sum + T.MultiplyAdd(power * Curvature(r), r * r, linear - (sum - whole));
    }

    /// <summary>ln x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // Subnormal numbers are scaled into the normal range first.
        T isTiny = T.Greater(2.2250738585072014e-308, x);
        T k = T.Exponent(T.Select(isTiny, x * 18014398509481984.0, x), out T mantissa);
        T result = LogOfProduct(T.Select(isTiny, k - 54, k), mantissa, 0);
        result = T.Select(T.Greater(x, double.MaxValue), double.PositiveInfinity, result);
        result = T.Select(T.AtMost(x, 0), double.NegativeInfinity, result);
        return T.Select(T.AtMost(0, x), result, double.NaN);
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Logistic<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T decay = ExpOfNegative(T.Or(T.Abs(x), -0.0));
        T sum = 1 + decay;
        // What rounding the sum has lost comes back to the quotient in one step of Newton's method. Its sign is turned last, once for all.
        T lost = decay - (sum - 1);
        T upper = -1.0 / sum;
        upper = T.MultiplyAdd(upper, T.MultiplyAdd(lost, upper, T.MultiplyAdd(sum, upper, 1)), upper);
        return -T.Select(T.Greater(0, x), decay * upper, upper);
    }

    /// <summary>ln(1 + e^x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softplus<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.Maximum(0, x) + LogOnePlus(ExpOfNegative(T.Or(T.Abs(x), -0.0)));

    /// <summary>ln(1 + x) for x of at least 0 and finite, with full relative accuracy for small x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOnePlus<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T sum = 1 + x;
        T larger = T.Maximum(x, 1), smaller = T.Minimum(x, 1);
        T lost = smaller - (sum - larger);
        T k = T.Exponent(sum, out T mantissa);
        return LogOfProduct(k, mantissa, T.Scale(1, -k) * lost);
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // From 20 on the result rounds to 1.
        T size = T.Minimum(20, T.Abs(x));
        T excess = ExpMinusOne(2 * size);
        // Likewise; the larger of the two terms gives the rounding error exactly.
        T sum = excess + 2, larger = T.Maximum(excess, 2), smaller = T.Minimum(excess, 2);
        T lost = smaller - (sum - larger);
        T inverse = 1 / sum;
        T magnitude = excess * inverse;
        magnitude = T.MultiplyAdd(inverse, T.MultiplyAdd(-lost, magnitude, T.MultiplyAdd(-sum, magnitude, excess)), magnitude);
        return T.Select(T.Greater(0, x), -magnitude, magnitude);
    }

    /// <summary>x - k ln 2, with an absolute error far below a unit in the last place of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reduced<T>(T x, T k)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.MultiplyAdd(k, -Ln2Low, T.MultiplyAdd(k, -Ln2High, x));

    /// <summary>(e^r - 1 - r) / r^2 for |r| up to ln 2 / 2, by the series of e^r to r^13 / 13!; what is left out is below 2^-57 of e^r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Curvature<T>(T r)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T r2 = r * r, r4 = r2 * r2;
        T a = T.MultiplyAdd(1.0 / 6, r, 0.5);
        T b = T.MultiplyAdd(1.0 / 120, r, 1.0 / 24);
        T c = T.MultiplyAdd(1.0 / 5040, r, 1.0 / 720);
        T d = T.MultiplyAdd(1.0 / 362880, r, 1.0 / 40320);
        T e = T.MultiplyAdd(1.0 / 39916800, r, 1.0 / 3628800);
        T f = T.MultiplyAdd(1.0 / 6227020800, r, 1.0 / 479001600);
        T low = T.MultiplyAdd(b, r2, a);
        T middle = T.MultiplyAdd(d, r2, c);
        T high = T.MultiplyAdd(f, r2, e);
        return T.MultiplyAdd(T.MultiplyAdd(high, r4, middle), r4, low);
    }

    /// <summary>ln(2^k m (1 + lost / m)) for m in [1, 2) and a lost part of rounding size.</summary>
    /// <remarks>
    /// With f = m - 1 in [sqrt(1/2) - 1, sqrt 2 - 1) and s = f / (2 + f), ln m = f - f^2/2 + s (f^2/2 + R(s^2)); the polynomial R is that of FreeBSD's e_log.c (Sun
    /// Microsystems, 1993), whose error is below 2^-58.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogOfProduct<T>(T k, T m, T lost)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T isUpper = T.Greater(m, 1.4142135623730951);
        m = T.Select(isUpper, m * 0.5, m);
        lost = T.Select(isUpper, lost * 0.5, lost);
        k = T.Select(isUpper, k + 1, k);
        T f = m - 1;
        T s = f / (2 + f);
        T z = s * s, w = z * z;
        T even = T.MultiplyAdd(w, T.MultiplyAdd(w, T.MultiplyAdd(w, 1.479819860511658591e-1, 1.818357216161805012e-1), 2.857142874366239149e-1), 6.666666666666735130e-1);
        T odd = T.MultiplyAdd(w, T.MultiplyAdd(w, 1.531383769920937332e-1, 2.222219843214978396e-1), 3.999999999940941908e-1);
        T remainder = T.MultiplyAdd(w, odd, z * even);
        T halfSquare = 0.5 * f * f;
        T tail = T.MultiplyAdd(k, Ln2Low, lost / m);
        return T.MultiplyAdd(k, Ln2High, f - (halfSquare - T.MultiplyAdd(s, halfSquare + remainder, tail)));
    }
}
