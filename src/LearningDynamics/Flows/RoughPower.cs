using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>Logarithms and powers to the base 2 to five digits, which is more than the size of a step needs, at a quarter of the price of exact ones. The bits are the same in every lane and for one number.</summary>
internal static class RoughPower
{
    /// <summary>The largest error of <see cref="Log2"/>, and the largest relative one of <see cref="Exp2"/>.</summary>
    public const double Error = 1e-5;

    private const double Ln2 = 0.6931471805599453;

    /// <summary>The logarithm of a number of at least 0, without meaning for numbers that are none; at most -1022 for 0 and at least 1024 for infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log2<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // Exact at the powers of 2, so that it is continuous; between them fitted at Chebyshev's nodes, with an error of 7e-6.
        T exponent = T.Exponent(x, out T mantissa);
        T f = mantissa - 1, f2 = f * f;
        T low = T.MultiplyAdd(-0.2767283340889653, f, 0.442659438774494), high = T.MultiplyAdd(-0.09838761648170163, f, 0.18486223229587267);
        T bend = T.MultiplyAdd(T.MultiplyAdd(0.02627305082326448, f2, high), f2, low);
        return exponent + T.MultiplyAdd(bend, f - f2, f);
    }

    /// <summary>2^x for |x| of at most 1000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2<T>(T x)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // The series of e^r up to r^5 / 120; what is left out is below (ln 2 / 2)^6 / 720, 2.4e-6.
        T k = T.Round(x);
        T r = (x - k) * Ln2, r2 = r * r;
        T low = 1 + r, middle = T.MultiplyAdd(1.0 / 6, r, 0.5), high = T.MultiplyAdd(1.0 / 120, r, 1.0 / 24);
        return T.Scale(T.MultiplyAdd(T.MultiplyAdd(high, r2, middle), r2, low), k);
    }
}
