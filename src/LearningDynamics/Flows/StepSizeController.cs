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

    // Errors far below the tolerance say that the step was held back by something else, not that the error is growing.
    internal const double LeastPreviousError = 1e-4;

    private double previousError = LeastPreviousError;
    private bool previousRejected;

    /// <summary>Forgets the past, as at a restart.</summary>
    public void Reset() => (previousError, previousRejected) = (LeastPreviousError, false);

    /// <summary>Proposes the next step after one that is kept.</summary>
    /// <param name="size">Its signed size.</param>
    /// <param name="error">Its error in units of the tolerance, at most 1.</param>
    public double AfterAccepted(double size, double error)
    {
        double factor = error == 0
            ? LargestGrowth
            : Safety * Math.Pow(error, -tableau.PresentExponent / tableau.EstimateOrder) * Math.Pow(previousError, tableau.PreviousExponent / tableau.EstimateOrder);
        double limit = previousRejected ? 1 : LargestGrowth;
        (previousError, previousRejected) = (Math.Max(error, LeastPreviousError), false);
        return size * Math.Clamp(factor, LargestCut, limit);
    }

    /// <summary>Proposes a smaller step after one that is too inaccurate.</summary>
    /// <param name="size">Its signed size.</param>
    /// <param name="error">Its error in units of the tolerance, above 1.</param>
    public double AfterRejected(double size, double error)
    {
        previousRejected = true;
        return size * Math.Max(LargestCut, Safety * Math.Pow(error, -1.0 / tableau.EstimateOrder));
    }
}
