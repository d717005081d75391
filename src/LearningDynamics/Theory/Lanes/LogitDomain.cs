using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The initial logits that a formula takes.</summary>
/// <param name="least">The least one.</param>
internal readonly struct LogitDomain(double least)
{
    /// <summary>The largest initial logit: beyond it e^u may overflow.</summary>
    public const double Largest = 300;

    /// <summary>The least initial logit of balanced layers, which cannot start at 0.</summary>
    public const double LeastBalanced = 1e-300;

    /// <summary>What is said of a number that makes it larger, either way.</summary>
    public static readonly string Excess = FormattableString.Invariant($"makes an initial logit outside [-{Largest}, {Largest}]");

    private readonly double least = least;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Contains<T>(T logit)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.And(T.AtMost(least, logit), T.AtMost(logit, Largest));

    public void Require(int index, double logit) =>
        Numbered.Require(logit >= least && logit <= Largest, "initialLogits", logit, index, FormattableString.Invariant($"lies in [{least}, {Largest}]"));
}
