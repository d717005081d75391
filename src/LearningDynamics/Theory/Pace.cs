namespace LearningDynamics.Theory;

/// <summary>
/// How fast physical time passes per unit of intrinsic time, up to a constant: dT/dtheta = e^(tilt theta) (1 + e^(u - halfway)) e^-shift.
/// The shift keeps the exponential of a large initial logit in range.
/// </summary>
internal readonly struct Pace(double tilt, double halfway, double shift)
{
    public double Tilt { get; } = tilt;

    /// <summary>The logit at which the confidence is 1/2.</summary>
    public double Halfway { get; } = halfway;

    /// <summary>What is subtracted from the logit in the exponent: halfway + shift.</summary>
    public double Offset { get; } = halfway + shift;

    /// <summary>e^-shift, the share of the 1 in 1 + e^(u - halfway).</summary>
    public double Floor { get; } = Math.Exp(-shift);
}
