namespace LearningDynamics.Flows;

/// <summary>
/// Chooses the size of a first step, from the sizes of the state, of its derivative and of the derivative's change along a
/// short Euler step (Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, II.4).
/// </summary>
internal static class InitialStep
{
    /// <summary>Chooses a step; costs one evaluation of the field.</summary>
    /// <typeparam name="TField">The vector field.</typeparam>
    /// <param name="stepper">The stepper, at the state to start from.</param>
    /// <param name="scale">The tolerances.</param>
    /// <param name="estimateOrder">The power of the step size as which the error estimate falls.</param>
    /// <param name="span">The signed time that is left.</param>
    /// <returns>A step size with the sign of <paramref name="span"/>.</returns>
    public static double Choose<TField>(RungeKuttaStepper<TField> stepper, ErrorScale scale, int estimateOrder, double span)
        where TField : struct, IVectorField<double>
    {
        ReadOnlySpan<double> state = stepper.State, slope = stepper.Derivative;
        double size = scale.Norm(state, state, state);
        double speed = scale.Norm(slope, state, state);

        // Where the state or its derivative is zero there is no time scale yet but the problem's own.
        double trial = size < 1e-5 || speed < 1e-5 ? 1e-6 * Math.Abs(span) : 0.01 * (size / speed);
        double least = 16 * (Math.BitIncrement(Math.Abs(stepper.Time)) - Math.Abs(stepper.Time));
        trial = Math.Min(Math.Max(trial, least), Math.Abs(span));

        double curvature = SlopeChange(stepper, scale, Math.CopySign(trial, span)) / trial;
        double fastest = Math.Max(speed, curvature);
        double chosen = !double.IsFinite(fastest) ? 1e-3 * trial
            : fastest <= 1e-15 ? trial
            : Math.Min(100 * trial, Math.Pow(0.01 / fastest, 1.0 / (estimateOrder + 1)));
        return Math.CopySign(Math.Min(Math.Max(chosen, least), Math.Abs(span)), span);
    }

    private static double SlopeChange<TField>(RungeKuttaStepper<TField> stepper, ErrorScale scale, double trial)
        where TField : struct, IVectorField<double>
    {
        ReadOnlySpan<double> state = stepper.State, slope = stepper.Derivative;
        double[] ahead = new double[state.Length], slopeAhead = new double[state.Length];
        for (int i = 0; i < ahead.Length; i++)
            ahead[i] = state[i] + (trial * slope[i]);
        stepper.Evaluate(stepper.Time + trial, ahead, slopeAhead);
        for (int i = 0; i < ahead.Length; i++)
            slopeAhead[i] -= slope[i];
        return scale.Norm(slopeAhead, state, state);
    }
}
