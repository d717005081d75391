using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>
/// An <see cref="IntrinsicClock"/> in every lane: walks panel by panel until the duration is spent, and inverts the integral in the last one. Each panel starts a scale of its own, so that
/// nothing is kept of those before.
/// </summary>
internal struct LaneClock<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    // Below this |u| e^u rounds to 1. A logit of at most 350 is walked to in a fifth of this number of panels.
    private const double Negligible = 1e-18;
    private const int MaximumPanels = 2000;

    private readonly double tilt;
    private readonly double halfway;
    private T logit;
    private T growthRoot;
    private T left;
    private T remaining;

    /// <summary>Sets clocks to 0.</summary>
    /// <param name="logit">The initial logits.</param>
    /// <param name="growthRoot">The square roots of g = u + du/dtheta, which stay in range where g would underflow.</param>
    /// <param name="end">The intrinsic times at which all motion stops and the logit is 0; infinity for never.</param>
    /// <param name="tilt">The exponent of the pace, at most 0.</param>
    /// <param name="halfway">The logit at which the confidence is 1/2.</param>
    public LaneClock(in T logit, in T growthRoot, in T end, double tilt, double halfway)
    {
        (this.logit, this.growthRoot, this.tilt, this.halfway) = (logit, growthRoot, tilt, halfway);
        (left, remaining) = (end, default);
    }

    /// <summary>The logits after durations.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void LogitAfter(in T duration, out T result)
    {
        remaining = duration;
        T isOpen = T.AtMost(0, 1), isDecaying = default, isStopped = default;
        for (int i = 0; i < MaximumPanels && T.Bits(isOpen) != 0; i++)
        {
            isStopped = T.Or(isStopped, T.And(isOpen, T.AtMost(left, 0)));
            isDecaying = T.Or(isDecaying, T.And(isOpen, T.And(T.AtMost(growthRoot, 0), T.AtMost(T.Abs(logit), Negligible))));
            isOpen = T.AndNot(isOpen, T.Or(isStopped, isDecaying));
            Walk(ref isOpen);
        }

        Land(isDecaying, isStopped, out result);
    }

    /// <summary>Takes the open lanes to the ends of their panels, or closes them where the duration ends inside.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Walk(ref T isOpen)
    {
        LanePanel<T> panel = new(logit, growthRoot * growthRoot, tilt, halfway);
        T width = T.Minimum(left, panel.Width);
        panel.Duration(width, out T duration);
        isOpen = T.And(isOpen, T.AtMost(duration, remaining));
        T rise = LaneFunctions.ExpMinusOne(width);
        logit = T.Select(isOpen, panel.Logit(rise), logit);
        growthRoot = T.Select(isOpen, growthRoot * T.Exp(0.5 * width), growthRoot);
        left = T.Select(isOpen, left - width, left);
        T rest = remaining - duration;
        remaining = T.Select(isOpen, tilt == 0 ? rest : rest * T.Exp(-tilt * width), remaining);
    }

    /// <summary>Finds the distances in the last panels. A separatrix decays without end, at half the speed of physical time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Land(in T isDecaying, in T isStopped, out T result)
    {
        LanePanel<T> panel = new(logit, growthRoot * growthRoot, tilt, halfway);
        T isInside = T.AndNot(T.Greater(remaining, 0), T.Or(isDecaying, isStopped));
        panel.Distance(remaining, T.Minimum(left, panel.Width), isInside, out T distance);
        result = T.Select(isInside, panel.Logit(LaneFunctions.ExpMinusOne(distance)), logit);
        result = T.Select(isDecaying, logit * T.Exp(-0.5 * remaining), result);
        result = T.AndNot(result, isStopped);
    }
}
