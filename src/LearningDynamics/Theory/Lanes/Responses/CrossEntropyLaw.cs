using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>
/// dv/dT = (y - f) / y, solved by T = d + [ln(1 - q s0) - ln(1 - q s)] / q with s = e^v / y; for y = 1 by T = d + s - s0.
/// </summary>
internal readonly struct CrossEntropyLaw : IResponseLaw
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pull<T>(T steepness)
        where T : unmanaged, ILanes<T>, IScalar<T> => 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Time<T>(in OutputGap<T> gap, in T growth, out T time, out T slope, out T bend)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        gap.OddsGrowth(growth, out T gain);
        T odds = gap.Odds + gain, growing = T.MultiplyAdd(gap.Target, odds, 1), rest = gap.Closing - (gap.Rest * gain);
        slope = growing / rest;
        bend = odds / (growing * rest);
        T share = gain / rest, closed = gap.Rest * share;
        time = growth + share;
        if (T.Bits(T.Greater(closed, 0)) == 0)
            return;
        // -ln(1 - c) = ln(1 + c / (1 - c)), where c = q (s - s0) / (1 - q s0).
        LanePower.LogOnePlus(closed, out T logarithm);
        time = growth + T.Select(T.Greater(closed, 0), share * (logarithm / closed), share);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void GrowthBound<T>(in OutputGap<T> gap, in T time, out T bound)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // Neither of the two terms is larger than their sum: from the second, s - s0 is at most (1 - q s0) (1 - e^(-q T)) / q.
        T decay = gap.Rest * time, rise = LaneFunctions.ExpMinusOne(T.Minimum(700, decay));
        T gain = gap.Closing * T.Select(T.Greater(decay, 1e-8), rise / (gap.Rest * (1 + rise)), time);
        T isHuge = T.Greater(gain, 1e150);
        LanePower.LogOnePlus(T.Minimum(1e300, gain / gap.Odds), out bound);
        // ln(1 + x) where x may overflow.
        if (T.Bits(isHuge) != 0)
            bound = T.Select(isHuge, T.Softplus(T.Log(gain) - gap.LogOdds), bound);
        bound = T.Minimum(time, bound);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NearScale<T>(in OutputGap<T> gap)
        where T : unmanaged, ILanes<T>, IScalar<T> => gap.Rest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Correction<T>(in OutputGap<T> gap, in T distance, out T correction, out T slope)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        slope = -gap.Rest;
        correction = slope * distance;
    }
}
