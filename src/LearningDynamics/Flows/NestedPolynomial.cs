namespace LearningDynamics.Flows;

/// <summary>
/// The continuous extension of a step, x(theta) for theta from 0 to 1, in the nested form
/// r0 + theta (r1 + (1 - theta) (r2 + theta (r3 + (1 - theta) (r4 + ...)))).
/// </summary>
/// <remarks>
/// With r1 the increment, r2 = h f0 - r1 and r3 = r1 - h f1 - r2 both ends and their slopes are met whatever the later
/// coefficients are, and rounding errors stay those of the increment. The form is that of Hairer, Norsett and Wanner, II.6.
/// </remarks>
internal static class NestedPolynomial
{
    /// <summary>Evaluates the polynomial; outside [0, 1] it extrapolates.</summary>
    /// <param name="coefficients">The vectors r0, r1, ... one after the other.</param>
    /// <param name="theta">The place in the step.</param>
    /// <param name="state">Receives the state; its length is the dimension.</param>
    public static void Evaluate(ReadOnlySpan<double> coefficients, double theta, Span<double> state)
    {
        int dimension = state.Length;
        int last = (coefficients.Length / dimension) - 1;
        double rest = 1 - theta;
        for (int i = 0; i < dimension; i++)
        {
            double value = coefficients[(last * dimension) + i];
            for (int row = last - 1; row >= 0; row--)
                value = coefficients[(row * dimension) + i] + (value * ((row & 1) == 0 ? theta : rest));
            state[i] = value;
        }
    }
}
