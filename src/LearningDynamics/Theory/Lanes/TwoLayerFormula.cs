using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Two balanced layers: Ei(u) + ln u grows by 2 n p t (theory: docs/theory/lined-up-class.md).</summary>
internal readonly struct TwoLayerFormula : ILogitFormula
{
    private const double EulerGamma = 0.57721566490153286061;

    private static readonly LogitDomain Domain = new(LogitDomain.LeastBalanced);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => LayeredSpeed.Of(2, modes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => Domain.Contains(modes.Start);

    public void Require(int index, double start, double outputWeight, double inputNorm) => Domain.Require(index, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        LaneExponentialIntegral.PlusLogarithm(modes.Start, T.Exp(modes.Start), out T value);
        start = new(modes.Start, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T target = start.Growth + duration, isOpen = T.Greater(duration, 0);
        Guess(target, out logit);
        logit = T.Select(isOpen, logit, start.Logit);
        for (int i = 0; i < 20 && T.Bits(isOpen) != 0; i++)
            Improve(target, ref logit, ref isOpen);
        logit = T.Maximum(start.Logit, logit);
    }

    /// <summary>
    /// Householder's method of order 4 in x = ln u, for which f = Ei(u) + ln u - target has the derivatives 1 + e^u, u e^u and u (1 + u) e^u. A change d leaves an error of about
    /// (1 + u)^3 d^4 / 24, so that after one with (1 + u) d below 3e-4 nothing is left to change.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Improve<T>(in T target, ref T logit, ref T isOpen)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T exponential = T.Exp(logit);
        T inverseSlope = 1 / (1 + exponential);
        LaneExponentialIntegral.PlusLogarithm(logit, exponential, out T value);
        T newton = (value - target) * inverseSlope;
        T bend = newton * logit * exponential * inverseSlope, scale = 1 + logit;
        T divisor = T.MultiplyAdd(bend, T.MultiplyAdd(newton * (1.0 / 6), scale, -1), 1);
        T change = newton * T.MultiplyAdd(-0.5, bend, 1) / divisor;
        change = T.Minimum(1, T.Maximum(-1, change));
        // e^-change to the order of the method.
        T factor = T.MultiplyAdd(change, T.MultiplyAdd(change, T.MultiplyAdd(change, T.MultiplyAdd(change, 1.0 / 24, -1.0 / 6), 0.5), -1), 1);
        logit = T.Select(isOpen, logit * factor, logit);
        isOpen = T.And(isOpen, T.Greater(T.Abs(change) * scale, 3e-4));
    }

    /// <summary>For small u the target is about gamma + 2 ln u + u, which Lambert's function solves; for large u about e^u / u.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Guess<T>(in T target, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        GuessBelow4(target, out logit);
        T isLarge = T.Greater(target, 4);
        if (T.Bits(isLarge) == 0)
            return;
        T logarithm = T.Log(T.Maximum(4, target));
        logit = T.Select(isLarge, logarithm + T.Log(logarithm) - 0.05, logit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void GuessBelow4<T>(in T target, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T lambert = LaneFunctions.LogOnePlus(0.5 * T.Exp(0.5 * (T.Minimum(4, target) - EulerGamma)));
        // A correction, in which ln(1 + x) may be x (6 + x) / (6 + 4 x).
        logit = 2 * lambert * (1 - (lambert * (6 + lambert) / ((6 + (4 * lambert)) * (2 + lambert))));
    }
}
