namespace LearningDynamics.Flows;

/// <summary>The steps of a finished integration, each with the coefficients of its <see cref="NestedPolynomial"/>.</summary>
/// <param name="starts">Where each step starts, in the order of integration.</param>
/// <param name="sizes">The signed size of each step.</param>
/// <param name="coefficients">The coefficients of all steps, one step after the other.</param>
internal sealed class DenseTrajectory(double[] starts, double[] sizes, double[] coefficients)
{
    /// <summary>The start of every step.</summary>
    public ReadOnlySpan<double> Starts => starts;

    /// <summary>Evaluates the solution at a time within the steps. A step's own start gives its state exactly.</summary>
    public void Evaluate(double time, Span<double> state)
    {
        int step = StepAt(time);
        int length = coefficients.Length / starts.Length;
        NestedPolynomial.Evaluate(coefficients.AsSpan(step * length, length), (time - starts[step]) / sizes[step], state);
    }

    /// <summary>The last step that starts at the time or before it.</summary>
    private int StepAt(double time)
    {
        bool forward = sizes[0] > 0;
        (int low, int high) = (0, starts.Length - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            bool startsLater = forward ? starts[middle] > time : starts[middle] < time;
            if (startsLater)
                high = middle - 1;
            else
                low = middle;
        }

        return low;
    }
}
