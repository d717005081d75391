using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>One hidden neuron from any start under the hinge loss, whose intrinsic time is 2 n p t itself (theory: docs/theory/hinge.md).</summary>
/// <param name="margin">The margin M.</param>
internal readonly struct LinedUpHingeFormula(double margin) : ILogitFormula
{
    // Four times this is more than any neuron needs from the least number above 0 to the largest.
    private const double LongestQuarter = 690;

    private static readonly NeuronDomain Domain = new("initialOutputWeights");
    private readonly double margin = margin;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => 2 * modes.InputNorm * modes.Frequency;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.And(NeuronDomain.Contains(modes.Start, modes.OutputWeight), NeuronDomain.ContainsNorm(modes.InputNorm));

    public void Require(int index, double start, double outputWeight, double inputNorm)
    {
        NeuronDomain.RequireNorm(index, inputNorm);
        Domain.Require(index, start, outputWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        LaneNeuron<T> neuron = new(modes.InputNorm, modes.Start, modes.OutputWeight);
        start = new(neuron.InitialLogit, neuron.GrowthRoot, neuron.End);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // All comes from one exponential: that of a quarter of the intrinsic time, so that the root may grow from the least number above 0.
        T rise = LaneFunctions.ExpMinusOne(T.Minimum(LongestQuarter, 0.25 * duration));
        T power = 1 + rise, inverse = 1 / power, halfDecay = inverse * inverse, decay = halfDecay * halfDecay;
        T root = start.Growth * power * power;
        // 1 - e^(-2 theta), factor by factor.
        T share = rise * inverse * (1 + inverse) * (1 + halfDecay) * (1 + decay);
        logit = T.MultiplyAdd(start.Logit, decay, 0.5 * root * root * share);
        logit = T.Minimum(logit, T.Maximum(margin, start.Logit));
        logit = T.AndNot(logit, T.AtMost(start.End, duration));
    }
}
