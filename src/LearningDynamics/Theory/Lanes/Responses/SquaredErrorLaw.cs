using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>
/// dv/dT = (y - f) f (1 - f) / y^2, solved by T = R(s) - R(s0) with s = e^v / y and
/// R(s) = -1/s + (1 + 2 y) ln s + (1 + y + y^2) s + s^2 / 2 + [-ln(1 - q s) - q s - (q s)^2 / 2] / q^2, the last term 0 for y = 1.
/// </summary>
/// <remarks>Every term of R grows with s. In the form with ln(1 - q s) alone, terms of the order of 1 / q^2 would cancel.</remarks>
internal readonly struct SquaredErrorLaw : IResponseLaw
{
    // Up to this q s the logarithm's tail is summed as a series, beyond it the logarithm is large enough to subtract from.
    private const double SeriesLimit = 0.1;

    // 0.1^16 of the first term is left out.
    private const int SeriesTerms = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pull<T>(T steepness)
        where T : unmanaged, ILanes<T>, IScalar<T> => steepness;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Time<T>(in OutputGap<T> gap, in T growth, out T time, out T slope, out T bend)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        gap.OddsGrowth(growth, out T gain);
        T odds = gap.Odds + gain, squares = 0.5 * gain * (odds + gap.Odds);
        Tail(gap, gain, squares, out T tail);
        time = (gain / gap.Odds / odds) + T.MultiplyAdd(Logarithmic(gap), growth, T.MultiplyAdd(Linear(gap), gain, squares + tail));
        T growing = T.MultiplyAdd(gap.Target, odds, 1), rest = gap.Closing - (gap.Rest * gain);
        slope = growing * growing * (growing / (odds * rest));
        bend = (3 * gap.Target * odds / growing) - 1 + (gap.Rest * odds / rest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void GrowthBound<T>(in OutputGap<T> gap, in T time, out T bound)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // The term -1/s grows by less than 1/s0. If s ends above 1 it leaves at least this much, less 1, to the others; else ln s ends below 0.
        T others = T.Rectify(T.Select(T.Greater(1, gap.Odds), time - (1 / gap.Odds) + 1, time));
        // The terms in s and s^2 alone, g^2 / 2 + (s0 + 1 + y + y^2) g for g = s - s0.
        T half = 0.5 * (gap.Odds + Linear(gap));
        LanePower.LogOnePlus(others / (half + T.Sqrt(T.MultiplyAdd(half, half, 0.5 * others))) / gap.Odds, out bound);
        bound = T.Maximum(T.Minimum(bound, others / Logarithmic(gap)), -gap.LogOdds);
        T share = time * gap.Odds;
        LanePower.LogOnePlus(T.Rectify(share / (1 - share)), out T first);
        bound = T.Select(T.Greater(1, share), T.Minimum(bound, first), bound);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NearScale<T>(in OutputGap<T> gap)
        where T : unmanaged, ILanes<T>, IScalar<T> => gap.Rest * gap.Rest;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Correction<T>(in OutputGap<T> gap, in T distance, out T correction, out T slope)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T y = gap.Target, q = gap.Rest, cube = y * y * y, square = q * q, restCube = square * q, linear = square * Logarithmic(gap);
        T rise = LaneFunctions.ExpMinusOne(distance), decay = 1 / (1 + rise);
        correction = (cube * rise * decay) - (linear * distance) - (restCube * rise);
        slope = (cube * decay) - linear - (restCube * (1 + rise));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Logarithmic<T>(in OutputGap<T> gap)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.MultiplyAdd(2, gap.Target, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Linear<T>(in OutputGap<T> gap)
        where T : unmanaged, ILanes<T>, IScalar<T> => 1 + T.MultiplyAdd(gap.Target, gap.Target, gap.Target);

    /// <summary>The growth of [-ln(1 - q s) - q s - (q s)^2 / 2] / q^2, the sum over k from 3 of q^(k - 2) s^k / k.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Tail<T>(in OutputGap<T> gap, in T gain, in T squares, out T tail)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        tail = default;
        T share = gap.Rest * (gap.Odds + gain), isLarge = T.Greater(share, SeriesLimit);
        if (T.Bits(T.AndNot(T.Greater(share, 0), isLarge)) != 0)
            Series(gap, gain, squares, share, out tail);
        if (T.Bits(isLarge) == 0)
            return;
        // -ln(1 - c) = ln(1 + c / (1 - c)), where c = q (s - s0) / (1 - q s0).
        T closed = gap.Rest * gain, square = gap.Rest * gap.Rest;
        LanePower.LogOnePlus(closed / (gap.Closing - closed), out T logarithm);
        tail = T.Select(isLarge, (logarithm - closed - (square * squares)) / square, tail);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Series<T>(in OutputGap<T> gap, in T gain, in T squares, in T share, out T sum)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // The growth of q^(k - 2) s^k, without subtracting, from that of one power less.
        T power = 2 * squares, first = gap.Rest * gap.Odds, start = gap.Odds * first * gain;
        sum = 0;
        for (int k = 3; k < 3 + SeriesTerms; k++)
        {
            power = T.MultiplyAdd(share, power, start);
            start *= first;
            sum = T.MultiplyAdd(1.0 / k, power, sum);
        }
    }
}
