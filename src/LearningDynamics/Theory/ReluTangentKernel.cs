namespace LearningDynamics.Theory;

/// <summary>
/// <see cref="TangentKernel.Relu"/>: with the angle theta, kappa0 = (pi - theta) / pi and kappa1 = (sin theta + (pi - theta) cos theta) / pi,
/// Theta = ||x|| ||x_o|| (s_w^2 kappa1 + s_v^2 cos theta kappa0) / (2 N).
/// </summary>
internal sealed class ReluTangentKernel(double hiddenVariance, double outputVariance) : TangentKernel(hiddenVariance, outputVariance)
{
    private protected override double Limit(double norm, double trainedNorm, InputAngle angle)
    {
        double bothActive = angle.Supplement / Math.PI;
        return norm * trainedNorm * ((HiddenVariance * Overlap(angle)) + (OutputVariance * angle.Cosine * bothActive)) / 2;
    }

    /// <summary>kappa1. With the supplement s of theta it is (sin s - s cos s) / pi, whose terms cancel for small s.</summary>
    private static double Overlap(InputAngle angle)
    {
        double supplement = angle.Supplement;
        if (supplement > 1)
            return (angle.Sine + (supplement * angle.Cosine)) / Math.PI;
        // The series s^3 / 3 - s^5 / 30 + ..., each term -s^2 / (2 k (2 k + 3)) times the one before, nested; what is left out is below 1e-18 of it.
        double square = supplement * supplement, sum = 1;
        for (int k = 8; k >= 1; k--)
            sum = 1 - (sum * square / (2 * k * ((2 * k) + 3)));
        return supplement * square * sum / (3 * Math.PI);
    }
}
