namespace LearningDynamics.Flows;

/// <summary>Measures errors in units of what the tolerances allow, by the worst component.</summary>
/// <param name="Relative">The relative tolerance.</param>
/// <param name="Absolute">The absolute tolerance.</param>
internal readonly record struct ErrorScale(double Relative, double Absolute)
{
    /// <summary>max_i |error_i| / (Absolute + Relative * max(|from_i|, |to_i|)); NaN if any of it is.</summary>
    /// <remarks>The worst component and not the mean square: one of a thousand neurons may be the only one that moves.</remarks>
    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        double largest = 0;
        for (int i = 0; i < error.Length; i++)
        {
            double allowed = Absolute + (Relative * Math.Max(Math.Abs(from[i]), Math.Abs(to[i])));
            largest = Math.Max(largest, Math.Abs(error[i]) / allowed);
        }

        return largest;
    }
}
