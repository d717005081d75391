using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>One layer: u + e^u grows by n^2 p t (theory: docs/theory/depth.md).</summary>
internal readonly struct OneLayerFormula : ILogitFormula
{
    private static readonly LogitDomain Domain = new(-LogitDomain.Largest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => LayeredSpeed.Of(1, modes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => Domain.Contains(modes.Start);

    public void Require(int index, double start, double outputWeight, double inputNorm) => Domain.Require(index, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T> => start = new(modes.Start, T.Exp(modes.Start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        Growth(start.Growth, duration, out T growth);
        logit = start.Logit + growth;
    }

    /// <summary>The growth of the logit, with full relative accuracy.</summary>
    /// <param name="scale">e^u0.</param>
    /// <param name="duration">The intrinsic duration.</param>
    /// <param name="growth">Receives the growth.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Growth<T>(in T scale, in T duration, out T growth)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // Both are bounds from above, from which a convex function's iteration falls to its root.
        growth = T.Minimum(duration / (1 + scale), LaneFunctions.LogOnePlus(duration / scale));
        T isOpen = T.Greater(duration, 0);
        for (int i = 0; i < 50 && T.Bits(isOpen) != 0; i++)
            Improve(scale, duration, ref growth, ref isOpen);
    }

    /// <summary>Halley's method for the growth g of the logit, g + e^u0 (e^g - 1) = duration, which keeps a small growth's digits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Improve<T>(in T scale, in T duration, ref T growth, ref T isOpen)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T exponential = scale * LaneFunctions.ExpMinusOne(growth);
        T curvature = scale + exponential, inverseSlope = 1 / (1 + curvature);
        T newton = (growth + (exponential - duration)) * inverseSlope;
        T change = newton / T.MultiplyAdd(-0.5 * newton, curvature * inverseSlope, 1);
        growth = T.Select(isOpen, T.Maximum(0, growth - change), growth);
        isOpen = T.And(isOpen, T.Greater(T.Abs(change), 1e-6 * growth));
    }
}
