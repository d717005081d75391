using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Three and more balanced layers: an incomplete gamma function of the logit grows with time (theory: docs/theory/depth.md).</summary>
/// <param name="layers">The number N of layers.</param>
internal readonly struct LayeredFormula(int layers) : ILogitFormula
{
    private static readonly LogitDomain Domain = new(1e-150);

    private readonly LayeredSeries series = new(layers);
    private readonly double layers = layers;

    // With y = ln(u / u0), the exponents -s and 1 + s of theory.
    private double Fall => (layers - 2) / layers;

    private double Rise => 2 / layers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => LayeredSpeed.Of(layers, modes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => Domain.Contains(modes.Start);

    public void Require(int index, double start, double outputWeight, double inputNorm) => Domain.Require(index, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        series.Evaluate(modes.Start, out T sum);
        start = new(modes.Start, T.Exp(modes.Start) * sum);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T initialLogit = start.Logit, target = start.Growth + duration;
        Guess(initialLogit, target, duration, out T growth);
        T isOpen = T.Greater(duration, 0);
        growth = T.And(growth, isOpen);
        for (int i = 0; i < 20 && T.Bits(isOpen) != 0; i++)
            Improve(initialLogit, target, ref growth, ref isOpen);
        LanePower.Exp(growth, out T factor);
        logit = initialLogit * factor;
    }

    /// <summary>
    /// Householder's method of order 4 for the growth y of ln u, in f(y) = integral of e^(s x) (1 + e^u) dx - duration, times e^(-s y). A change d leaves an error of about (1 + u)^3 d^4 / 24, so that
    /// after one with (1 + u) d below 3e-4 nothing is left to change.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Improve<T>(in T initialLogit, in T target, ref T growth, ref T isOpen)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        LanePower.Exp(growth, out T factor);
        T logit = T.Minimum(Largest, initialLogit * factor);
        LanePower.Exp(logit, out T exponential);
        Excess(logit, exponential, target, growth, out T excess);
        T inverseSlope = 1 / (1 + exponential), newton = excess * inverseSlope;
        // f'' / f' and f''' / f'.
        T bend = logit * (exponential * inverseSlope), second = bend - Fall;
        T third = T.MultiplyAdd(bend, logit + (1 - (2 * Fall)), Fall * Fall);
        T divisor = T.MultiplyAdd(newton, T.MultiplyAdd(newton * (1.0 / 6), third, -second), 1);
        T change = newton * T.MultiplyAdd(-0.5 * newton, second, 1) / divisor;
        change = T.Minimum(1, T.Maximum(-1, change));
        growth = T.Select(isOpen, T.Maximum(0, growth - change), growth);
        isOpen = T.And(isOpen, T.Greater(T.Abs(change) * (1 + logit), 3e-4));
    }

    // The domain leads no logit beyond 705.
    private const double Largest = 708;

    /// <summary>f(y) e^(-s y): the terms 2 and x of 1 + e^x without cancellation, the rest from the series.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Excess<T>(in T logit, in T exponential, in T target, in T growth, out T excess)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        series.Evaluate(logit, out T sum);
        T fall = LaneFunctions.ExpMinusOne(Fall * growth), rise = LaneFunctions.ExpMinusOne(Rise * growth);
        T linear = T.MultiplyAdd(2 / Fall, fall, logit * (rise / (Rise * (1 + rise))));
        excess = T.MultiplyAdd(exponential, sum, linear) - T.MultiplyAdd(target, fall, target);
    }

    /// <summary>The lower one of two bounds: the growth if e^u stayed as it is, and roughly that at which u > 1 has used up the time since it was 1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Guess<T>(in T initialLogit, in T target, in T duration, out T growth)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        LanePower.Exp(initialLogit, out T exponential);
        T used = Fall * duration / (1 + exponential), rest = 1 - used;
        growth = LaneFunctions.LogOnePlus(T.Minimum(1e300, used / T.Maximum(1e-300, rest))) * (1 / Fall);
        LanePower.Log(initialLogit, out T logarithm);
        LanePower.Exp(-Fall * logarithm, out T power);
        T since = T.MultiplyAdd(power, target - (2 / Fall), T.MultiplyAdd(initialLogit, power, -1) * (1 / Rise)) + (2 / Fall);
        LanePower.Log(T.Maximum(0, since) + 3, out T late);
        LanePower.Log(late, out T correction);
        LanePower.Log(T.MultiplyAdd(1 + Fall, correction, late + 0.3), out late);
        growth = T.Maximum(0, T.Minimum(growth, late - logarithm));
    }
}
