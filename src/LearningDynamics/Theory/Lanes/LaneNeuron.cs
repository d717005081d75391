using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A <see cref="HiddenNeuron"/> in every lane, and the logit that it makes alone: u0 e^-theta + g sinh theta after the intrinsic time theta.</summary>
internal readonly struct LaneNeuron<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LaneNeuron(in T inputNorm, in T preactivation, in T outputWeight)
    {
        InitialLogit = preactivation * outputWeight;
        // a = y0 + n z0, rounded once.
        T growing = T.MultiplyAdd(inputNorm, outputWeight, preactivation);
        GrowthRoot = 0.5 * T.Abs(growing) / T.Sqrt(0.5 * inputNorm);
        // ln(1 + 2 y0 / -a), as far as a neuron dies.
        T isDying = T.Greater(0, growing);
        T excess = 2 * T.Rectify(preactivation) / T.Select(isDying, -growing, 1);
        T end = T.Select(isDying, LaneFunctions.LogOnePlus(excess), double.PositiveInfinity);
        End = T.Select(T.Greater(preactivation, 0), end, 0);
    }

    /// <summary>u0.</summary>
    public T InitialLogit { get; }

    /// <summary>The square root of g = a^2 / 2n.</summary>
    public T GrowthRoot { get; }

    /// <summary>The intrinsic time from which on nothing moves and the logit is 0: that of death, infinity for never, 0 for a neuron that never was active.</summary>
    public T End { get; }
}
