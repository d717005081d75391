using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Balanced layers under the hinge loss (theory: docs/theory/hinge.md).</summary>
/// <param name="layers">The number N of layers.</param>
/// <param name="margin">The margin M.</param>
internal readonly struct HingeFormula(int layers, double margin) : ILogitFormula
{
    private readonly LogitDomain domain = new(layers == 1 ? -LogitDomain.Largest : LogitDomain.LeastBalanced);
    private readonly double layers = layers;
    private readonly double margin = margin;

    // u' = rate u^(1 + bend).
    private double Bend => (layers - 2) / layers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => LayeredSpeed.Of(layers, modes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => domain.Contains(modes.Start);

    public void Require(int index, double start, double outputWeight, double inputNorm) => domain.Require(index, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T> => start = new(modes.Start, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T initialLogit = start.Logit, free = initialLogit + duration;
        if (layers > 1)
        {
            Factor(duration, out T factor);
            free = initialLogit * factor;
        }

        logit = T.Maximum(initialLogit, T.Minimum(margin, free));
    }

    /// <summary>u / u0 as if no margin ended its growth: e^d for two layers, (1 - k d)^(-1/k) with k = 1 - 2/N for more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Factor<T>(in T duration, out T factor)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        if (layers == 2)
        {
            factor = T.Exp(duration);
            return;
        }

        // -ln(1 - k d) = ln(1 + k d / (1 - k d)); from k d = 1 on the margin has long been passed.
        T closing = Bend * duration, rest = 1 - closing;
        LanePower.LogOnePlus(T.Minimum(1e300, closing / T.Maximum(1e-300, rest)), out T growth);
        LanePower.Exp(growth * (1 / Bend), out factor);
        factor = T.Select(T.Greater(rest, 0), factor, double.PositiveInfinity);
    }
}
