using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public static void Evaluate(ReadOnlySpan<double> coefficients, double theta, Span<double> state) => Evaluate(coefficients, [theta], 0, 1, state.Length, state);

    /// <summary>Evaluates the polynomial of a step at several times; the same bits as one at a time.</summary>
    /// <param name="coefficients">The vectors r0, r1, ... one after the other.</param>
    /// <param name="times">The times.</param>
    /// <param name="start">Where the step starts.</param>
    /// <param name="size">The step's signed size.</param>
    /// <param name="dimension">The number of components of a state.</param>
    /// <param name="states">Receives the states, one after the other.</param>
    public static void Evaluate(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> times, double start, double size, int dimension, Span<double> states)
    {
        if (states.Length != times.Length * dimension)
            throw new ArgumentException("There is not one state for each time.", nameof(states));
        int count = coefficients.Length / dimension, i = 0, k = 0;
        for (; i + 2 <= dimension; i += 2)
        {
            // Two components side by side at four times: these chains of operations do not wait for each other. Each number is rounded as it would be alone.
            for (k = 0; k + 4 <= times.Length; k += 4)
                Evaluate(coefficients[i..], count, dimension, Places(times[k..], start, size), states[((k * dimension) + i)..]);
        }
        for (int t = 0; t < times.Length; t++)
        {
            for (int c = t < k ? i : 0; c < dimension; c++)
                states[(t * dimension) + c] = Evaluate(coefficients[c..], count, dimension, (times[t] - start) / size);
        }
    }

    private static Vector256<double> Places(ReadOnlySpan<double> times, double start, double size) => (Vector256.Create(times) - Vector256.Create(start)) / Vector256.Create(size);

    private static double Evaluate(ReadOnlySpan<double> coefficients, int count, int dimension, double theta)
    {
        double rest = 1 - theta, value = coefficients[(count - 1) * dimension];
        for (int row = count - 2; row >= 0; row--)
            value = Math.FusedMultiplyAdd(value, (row & 1) == 0 ? theta : rest, coefficients[row * dimension]);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate(ReadOnlySpan<double> coefficients, int count, int dimension, Vector256<double> places, Span<double> states)
    {
        ref double first = ref MemoryMarshal.GetReference(coefficients);
        Vector128<double> a = Vector128.Create(places[0]), b = Vector128.Create(places[1]), c = Vector128.Create(places[2]), d = Vector128.Create(places[3]), one = Vector128<double>.One;
        Vector128<double> last = Vector128.LoadUnsafe(ref first, (nuint)((count - 1) * dimension)), atA = last, atB = last, atC = last, atD = last;
        for (int row = count - 2; row >= 0; row--)
        {
            Vector128<double> next = Vector128.LoadUnsafe(ref first, (nuint)(row * dimension));
            bool isEven = (row & 1) == 0;
            atA = Vector128.FusedMultiplyAdd(atA, isEven ? a : one - a, next);
            atB = Vector128.FusedMultiplyAdd(atB, isEven ? b : one - b, next);
            atC = Vector128.FusedMultiplyAdd(atC, isEven ? c : one - c, next);
            atD = Vector128.FusedMultiplyAdd(atD, isEven ? d : one - d, next);
        }

        atA.CopyTo(states);
        atB.CopyTo(states[dimension..]);
        atC.CopyTo(states[(2 * dimension)..]);
        atD.CopyTo(states[(3 * dimension)..]);
    }
}
