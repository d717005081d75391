using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>A response law solved for the position at a time, by iteration: for the growth from the start, or near the fixed point for the distance to it.</summary>
internal readonly struct ResponseSolution<T, TLaw>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TLaw : struct, IResponseLaw
{
    // Bisection alone would need as many; Halley's method needs less than ten.
    private const int MaximumSteps = 60;

    // A step of Halley's method of this relative size leaves an error of its cube.
    private const double Converged = 1e-6;

    // A step of Newton's method leaves an error of its square times the curvature.
    private const double Settled = 1e-18;
    private const double Ln2 = 0.6931471805599453;

    private readonly T splitValue;
    private readonly T splitLogarithm;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ResponseSolution(in OutputGap<T> gap)
    {
        Split = T.Minimum(0.5 * gap.Width, Ln2);
        SplitTime = double.PositiveInfinity;
        // No other form is needed where the fixed point is infinitely far away, or is the start.
        T isSplit = T.And(T.Greater(gap.Width, 0), T.Greater(double.PositiveInfinity, gap.Width));
        if (T.Bits(isSplit) == 0)
            return;
        Elapsed(gap, gap.Width - Split, out T time);
        SplitTime = T.Select(isSplit, time, SplitTime);
        Near(gap, Split, out splitLogarithm, out splitValue);
    }

    /// <summary>The distance to the fixed point at which one form takes over from the other: up to it the logarithm that diverges there is at most ln 2.</summary>
    public T Split { get; }

    /// <summary>The scaled time at which the distance is that; infinity for never.</summary>
    public T SplitTime { get; }

    /// <summary>The growth of v at scaled times up to the split, in the lanes of a mask.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Growth(in OutputGap<T> gap, in T time, in T mask, out T growth)
    {
        TLaw.GrowthBound(gap, time, out T high);
        high = T.Minimum(high, gap.Width - Split);
        growth = high;
        T low = 0, isOpen = T.And(mask, T.Greater(growth, 0));
        for (int i = 0; i < MaximumSteps && T.Bits(isOpen) != 0; i++)
            ImproveGrowth(gap, time, ref growth, ref low, ref high, ref isOpen);
    }

    /// <summary>The distance to the fixed point at scaled times past the split, in the lanes of a mask.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Distance(in OutputGap<T> gap, in T time, in T mask, out T distance)
    {
        T target = T.MultiplyAdd(TLaw.NearScale(gap), time - SplitTime, splitValue);
        // In l = ln(e^w - 1), where w = softplus(l) and the logarithm -ln(1 - e^-w) = softplus(-l) is all but linear, and the target itself far below 0.
        T logarithm = T.Minimum(splitLogarithm, -target);
        T isOpen = mask;
        for (int i = 0; i < MaximumSteps && T.Bits(isOpen) != 0; i++)
            ImproveDistance(gap, target, ref logarithm, ref isOpen);
        distance = T.Softplus(logarithm);
    }

    /// <summary>The scaled time at which v has grown by so much; the distance is what it then lacks to the fixed point.</summary>
    public void TimeAt(in OutputGap<T> gap, in T growth, in T distance, out T time)
    {
        Elapsed(gap, growth, out T far);
        Near(gap, distance, out _, out T near);
        T past = SplitTime + ((near - splitValue) / TLaw.NearScale(gap));
        time = T.Select(T.AtMost(Split, distance), far, past);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ImproveGrowth(in OutputGap<T> gap, in T time, ref T growth, ref T low, ref T high, ref T isOpen)
    {
        TLaw.Time(gap, growth, out T value, out T slope, out T bend);
        T isAbove = T.Greater(value, time);
        high = T.Select(isAbove, growth, high);
        low = T.Select(isAbove, low, growth);
        // Halley's method; where its denominator would bend a step too far, Newton's.
        T newton = (value - time) / slope, divisor = T.MultiplyAdd(-0.5 * newton, bend, 1);
        T next = growth - (newton / T.Maximum(0.5, divisor));
        T isInside = T.And(T.Greater(next, low), T.Greater(high, next));
        T isSettling = T.AtMost(T.Abs(next - growth), Converged * growth);
        next = T.Select(isInside, next, T.Select(isSettling, T.Maximum(low, T.Minimum(high, next)), 0.5 * (low + high)));
        T isSettled = T.AtMost(T.Abs(next - growth), Converged * next);
        growth = T.Select(isOpen, next, growth);
        isOpen = T.AndNot(isOpen, isSettled);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ImproveDistance(in OutputGap<T> gap, in T target, ref T logarithm, ref T isOpen)
    {
        LanePower.Exp(-T.Abs(logarithm), out T decay);
        LanePower.LogOnePlus(decay, out T rest);
        T larger = 1 / (1 + decay), smaller = decay * larger;
        T isAbove = T.Greater(logarithm, 0);
        TLaw.Correction(gap, T.Maximum(0, logarithm) + rest, out T correction, out T slope);
        T excess = T.Maximum(0, -logarithm) + rest + (correction - target);
        T step = excess / (T.Select(isAbove, smaller, larger) - (slope * T.Select(isAbove, larger, smaller)));
        logarithm = T.Select(isOpen, logarithm + step, logarithm);
        // The second derivative is of the size of e^-|l|, the first one at least 1/4.
        isOpen = T.And(isOpen, T.Greater(step * step * decay, Settled));
    }

    /// <summary>The scaled time in which v grows by so much; infinity where its terms are beyond the range of a double, of which some may then be no numbers.</summary>
    private static void Elapsed(in OutputGap<T> gap, in T growth, out T time)
    {
        TLaw.Time(gap, growth, out time, out _, out _);
        time = T.Select(T.AtMost(time, double.MaxValue), time, double.PositiveInfinity);
    }

    /// <summary>l = ln(e^w - 1), and what falls linearly in time; -ln(1 - e^-w) = w - l, of which neither part is below 0 up to the split.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Near(in OutputGap<T> gap, in T distance, out T logarithm, out T value)
    {
        TLaw.Correction(gap, distance, out T correction, out _);
        LanePower.Log(LaneFunctions.ExpMinusOne(distance), out logarithm);
        value = distance - logarithm + correction;
    }
}
