using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>The <see cref="StepSizeController"/> in lanes.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="tableau">The pair.</param>
internal sealed class LaneController<T>(ButcherTableau tableau)
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    // The logarithm to the base 2 of the previous error, and a mask of the lanes whose previous step was rejected.
    private readonly LaneMemory<T> past = Begin();

    /// <summary>Forgets the past of one lane.</summary>
    public void Reset(int lane) => LaneArray.Write([StepSizeController.LeastPreviousLogarithm, 0], past.Span, lane);

    /// <summary>Forgets the past of the lanes of a mask.</summary>
    public void Reset(T mask) => (past[0], past[1]) = (T.Select(mask, StepSizeController.LeastPreviousLogarithm, past[0]), T.AndNot(past[1], mask));

    /// <summary>Proposes the sizes of the next steps.</summary>
    /// <param name="size">The sizes of the trial steps, without sign.</param>
    /// <param name="error">Their errors in units of the tolerance.</param>
    /// <param name="accepted">The lanes whose step is kept.</param>
    /// <param name="tooLarge">The lanes whose step is thrown away for its error.</param>
    /// <param name="next">Receives the sizes, without sign.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Propose(in T size, in T error, in T accepted, in T tooLarge, out T next)
    {
        Span<T> memory = past.Span;
        T previous = memory[0], wasRejected = memory[1], logarithm = RoughPower.Log2(error);
        T factor = StepSizeController.Factor(tableau, T.Select(accepted, StepSizeController.Exponent(tableau, logarithm, previous), -logarithm));
        T limit = T.Select(wasRejected, 1, StepSizeController.LargestGrowth);
        memory[0] = T.Select(accepted, T.Maximum(logarithm, StepSizeController.LeastPreviousLogarithm), previous);
        memory[1] = T.Or(T.AndNot(wasRejected, accepted), tooLarge);
        next = size * T.Minimum(limit, T.Maximum(factor, StepSizeController.LargestCut));
    }

    private static LaneMemory<T> Begin()
    {
        LaneMemory<T> none = new(2);
        none[0] = StepSizeController.LeastPreviousLogarithm;
        return none;
    }
}
