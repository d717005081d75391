using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// The logit between two deaths, as a function of intrinsic time: u(theta) = u0 e^-theta + g sinh theta with g = A / (2 n). The sums run over
/// the neurons alive there, but start at theta = 0, so that an arc needs no state from the arc before it.
/// </summary>
/// <param name="End">The intrinsic time at which the arc ends with a death; infinity if it never does.</param>
/// <param name="Offset">u0, the share of the initial logit that these neurons have.</param>
/// <param name="GrowthRoot">The square root of g, which stays in range where g itself would underflow.</param>
internal readonly record struct LogitArc(double End, double Offset, double GrowthRoot)
{
    /// <summary>g e^theta = u + du/dtheta: the part of the logit that grows, twice.</summary>
    public double Growth(double position)
    {
        if (GrowthRoot == 0)
            return 0;
        double root = GrowthRoot * Math.Exp(position / 2);
        return root * root;
    }

    /// <summary>The logit. Its two terms cancel only where the logit itself passes through 0.</summary>
    public double Logit(double position) =>
        (Offset * Math.Exp(-position)) - (Growth(position) * Functions.ExpMinusOne(-2 * position) / 2);
}
