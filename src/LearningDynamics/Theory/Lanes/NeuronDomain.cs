using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The neurons that formulas in lanes take: their sums and products stay in the range of a double.</summary>
/// <param name="weightsName">What the caller calls the output weights.</param>
internal readonly struct NeuronDomain(string weightsName)
{
    /// <summary>The largest preactivation, output weight and norm, and one over the least norm: it keeps du/dtheta below 1e150, and with a duration of at most 1e150 then e^u below 1e300.</summary>
    public const double LargestNumber = 1e50;

    private readonly string weightsName = weightsName;

    /// <summary>The mask of the lanes whose neuron is in the domain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Contains<T>(T preactivation, T outputWeight)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T isBounded = T.And(T.AtMost(T.Abs(preactivation), LargestNumber), T.AtMost(T.Abs(outputWeight), LargestNumber));
        return T.And(isBounded, T.AtMost(T.Abs(preactivation * outputWeight), LogitDomain.Largest));
    }

    /// <summary>The mask of the lanes whose norm is in the domain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ContainsNorm<T>(T inputNorm)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.And(T.AtMost(1 / LargestNumber, inputNorm), T.AtMost(inputNorm, LargestNumber));

    /// <summary>Refuses a norm that is outside the domain.</summary>
    public static void RequireNorm(int index, double inputNorm) =>
        Numbered.Require(inputNorm is >= 1 / LargestNumber and <= LargestNumber, "inputNorms", inputNorm, index, FormattableString.Invariant($"lies in [{1 / LargestNumber}, {LargestNumber}]"));

    /// <summary>Refuses a neuron that is outside the domain.</summary>
    public void Require(int index, double preactivation, double outputWeight)
    {
        string bounded = FormattableString.Invariant($"lies in [-{LargestNumber}, {LargestNumber}]");
        Numbered.Require(Math.Abs(preactivation) <= LargestNumber, "initialPreactivations", preactivation, index, bounded);
        Numbered.Require(Math.Abs(outputWeight) <= LargestNumber, weightsName, outputWeight, index, bounded);
        Numbered.Require(Math.Abs(preactivation * outputWeight) <= LogitDomain.Largest, weightsName, outputWeight, index, LogitDomain.Excess);
    }
}
