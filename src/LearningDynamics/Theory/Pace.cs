namespace LearningDynamics.Theory;

/// <summary>
/// How fast physical time passes per unit of intrinsic time, up to a constant: dT/dtheta = e^(tilt theta) (1 + e^u) e^-shift.
/// The shift keeps the exponential of a large initial logit in range.
/// </summary>
internal readonly struct Pace(double tilt, double shift)
{
    public double Tilt { get; } = tilt;

    public double Shift { get; } = shift;

    /// <summary>e^-shift, the share of the 1 in 1 + e^u.</summary>
    public double Floor { get; } = Math.Exp(-shift);
}
