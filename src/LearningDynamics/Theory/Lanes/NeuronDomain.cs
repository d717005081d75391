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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Contains<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T isBounded = T.And(T.AtMost(T.Abs(modes.Start), LargestNumber), T.AtMost(T.Abs(modes.OutputWeight), LargestNumber));
        T isNormBounded = T.And(T.AtMost(1 / LargestNumber, modes.InputNorm), T.AtMost(modes.InputNorm, LargestNumber));
        return T.And(T.And(isBounded, isNormBounded), T.AtMost(T.Abs(modes.Start * modes.OutputWeight), LogitDomain.Largest));
    }

    public void Require(int index, double preactivation, double outputWeight, double inputNorm)
    {
        string bounded = FormattableString.Invariant($"lies in [-{LargestNumber}, {LargestNumber}]");
        Numbered.Require(Math.Abs(preactivation) <= LargestNumber, "initialPreactivations", preactivation, index, bounded);
        Numbered.Require(Math.Abs(outputWeight) <= LargestNumber, weightsName, outputWeight, index, bounded);
        Numbered.Require(inputNorm is >= 1 / LargestNumber and <= LargestNumber, "inputNorms", inputNorm, index, FormattableString.Invariant($"lies in [{1 / LargestNumber}, {LargestNumber}]"));
        Numbered.Require(Math.Abs(preactivation * outputWeight) <= LogitDomain.Largest, weightsName, outputWeight, index, FormattableString.Invariant($"makes an initial logit outside [-{LogitDomain.Largest}, {LogitDomain.Largest}]"));
    }
}
