using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>One hidden neuron from any start (theory: docs/theory/lined-up-class.md, docs/theory/multiclass.md).</summary>
/// <param name="excess">By how much the output weight's speed is multiplied: 1 for one logit, K/(K - 1) for the softmax of K classes.</param>
/// <param name="halfway">The logit at which the confidence is 1/2.</param>
/// <param name="weightsName">What the caller calls the output weights.</param>
internal readonly struct LinedUpFormula(double excess, double halfway, string weightsName) : ILogitFormula
{
    private const double LargestNumber = 1e70;

    // With p' = excess p and n' = n / sqrt(excess) these are the equations of one logit, but for the confidence.
    private readonly double root = Math.Sqrt(excess);
    private readonly double halfway = halfway;
    private readonly string weightsName = weightsName;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => 2 * modes.InputNorm * modes.Frequency * root;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T isBounded = T.And(T.AtMost(T.Abs(modes.Start), LargestNumber), T.AtMost(T.Abs(modes.OutputWeight), LargestNumber));
        T isNormBounded = T.And(T.AtMost(1 / LargestNumber, modes.InputNorm), T.AtMost(modes.InputNorm, LargestNumber));
        return T.And(T.And(isBounded, isNormBounded), T.AtMost(T.Abs(modes.Start * modes.OutputWeight), LogitDomain.Largest));
    }

    public void Require(int index, double start, double outputWeight, double inputNorm)
    {
        string bounded = FormattableString.Invariant($"lies in [-{LargestNumber}, {LargestNumber}]");
        Numbered.Require(Math.Abs(start) <= LargestNumber, "initialPreactivations", start, index, bounded);
        Numbered.Require(Math.Abs(outputWeight) <= LargestNumber, weightsName, outputWeight, index, bounded);
        Numbered.Require(inputNorm is >= 1 / LargestNumber and <= LargestNumber, "inputNorms", inputNorm, index, FormattableString.Invariant($"lies in [{1 / LargestNumber}, {LargestNumber}]"));
        Numbered.Require(Math.Abs(start * outputWeight) <= LogitDomain.Largest, weightsName, outputWeight, index, FormattableString.Invariant($"makes an initial logit outside [-{LogitDomain.Largest}, {LogitDomain.Largest}]"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Logit<T>(in ModeLanes<T> modes, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T norm = modes.InputNorm / root, isActive = T.Greater(modes.Start, 0);
        T growing = T.MultiplyAdd(norm, modes.OutputWeight, modes.Start);
        // ln(1 + 2 y0 / -a), as far as a neuron dies.
        T isDying = T.And(isActive, T.Greater(0, growing));
        T death = T.Select(isDying, LaneFunctions.LogOnePlus(2 * T.Rectify(modes.Start) / T.Select(isDying, -growing, 1)), double.PositiveInfinity);
        T growthRoot = T.Abs(growing) / T.Sqrt(2 * norm);
        new LaneClock<T>(modes.Start * modes.OutputWeight, growthRoot, T.Select(isActive, death, 0), tilt: 0, halfway).LogitAfter(duration, out logit);
    }
}
