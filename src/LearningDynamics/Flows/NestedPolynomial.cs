using System.Numerics;

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

    /// <summary>Evaluates the polynomial at several places of one step; the same bits as one at a time.</summary>
    /// <param name="coefficients">The vectors r0, r1, ... one after the other.</param>
    /// <param name="thetas">The places, as many as a vector of the processor holds.</param>
    /// <param name="dimension">The number of components of a state.</param>
    /// <param name="states">Receives the states, one after the other.</param>
    public static void Evaluate(ReadOnlySpan<double> coefficients, Vector<double> thetas, int dimension, Span<double> states)
    {
        int last = (coefficients.Length / dimension) - 1;
        Vector<double> rest = Vector<double>.One - thetas;
        for (int i = 0; i < dimension; i++)
        {
            Vector<double> value = new(coefficients[(last * dimension) + i]);
            for (int row = last - 1; row >= 0; row--)
                value = new Vector<double>(coefficients[(row * dimension) + i]) + (value * ((row & 1) == 0 ? thetas : rest));
            for (int lane = 0; lane < Vector<double>.Count; lane++)
                states[(lane * dimension) + i] = value[lane];
        }
    }
}
