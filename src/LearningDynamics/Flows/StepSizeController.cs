using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>
/// Proportional-integral step size control: h_new = h * 0.9 * error_n^(-a/q) * error_(n-1)^(b/q), where the estimate falls
/// as h^q (Gustafsson; Hairer and Wanner, Solving Ordinary Differential Equations II, IV.2). It looks at the error's trend
/// as well as its size, and so rejects fewer steps than control by size alone. A steady error settles at 0.9^(q/(a - b)) of the tolerance.
/// </summary>
/// <param name="tableau">The pair, with q, a and b.</param>
internal sealed class StepSizeController(ButcherTableau tableau)
{
    internal const double Safety = 0.9, LargestGrowth = 8, LargestCut = 0.2;

    // Errors far below the tolerance say that the step was held back by something else, not that the error is growing: 1e-4 is as little as counts.
    internal const double LeastPreviousLogarithm = -13.287712379549449;

    // The logarithm to the base 2 of the previous error.
    private double previous = LeastPreviousLogarithm;
    private bool previousRejected;

    /// <summary>Forgets the past, as at a restart.</summary>
    public void Reset() => (previous, previousRejected) = (LeastPreviousLogarithm, false);

    /// <summary>Proposes the next step after one that is kept.</summary>
    /// <param name="size">Its signed size.</param>
    /// <param name="error">Its error in units of the tolerance, at most 1.</param>
    public double AfterAccepted(double size, double error)
    {
        double logarithm = RoughPower.Log2<SingleLane>(error).Value;
        double factor = Factor(Exponent<SingleLane>(tableau, logarithm, previous));
        double limit = previousRejected ? 1 : LargestGrowth;
        (previous, previousRejected) = (Math.Max(logarithm, LeastPreviousLogarithm), false);
        return size * Math.Clamp(factor, LargestCut, limit);
    }

    /// <summary>Proposes a smaller step after one that is too inaccurate.</summary>
    /// <param name="size">Its signed size.</param>
    /// <param name="error">Its error in units of the tolerance, above 1.</param>
    public double AfterRejected(double size, double error)
    {
        previousRejected = true;
        return size * Math.Max(LargestCut, Factor(-RoughPower.Log2<SingleLane>(error)));
    }

    /// <summary>The logarithm to the base 2 of error_n^-a * error_(n-1)^b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exponent<T>(ButcherTableau tableau, T present, T previous)
        where T : unmanaged, ILanes<T>, IScalar<T> => (tableau.PreviousExponent * previous) - (tableau.PresentExponent * present);

    /// <summary>0.9 * 2^(x/q).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Factor<T>(ButcherTableau tableau, T exponent)
        where T : unmanaged, ILanes<T>, IScalar<T> => Safety * RoughPower.Exp2(exponent * (1.0 / tableau.EstimateOrder));

    private double Factor(SingleLane exponent) => Factor(tableau, exponent).Value;
}
