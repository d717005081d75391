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
        NestedPolynomial.Evaluate(CoefficientsOf(step), (time - starts[step]) / sizes[step], state);
    }

    /// <summary>Evaluates the solution at times within the steps; each state has the bits that it has alone. Times in the order of integration need no search.</summary>
    public void Evaluate(ReadOnlySpan<double> times, int dimension, Span<double> states)
    {
        double sign = Math.Sign(sizes[0]);
        for (int k = 0; k < times.Length;)
        {
            int step = StepAt(times[k]);
            (double from, double to) = Reach(step, sign);
            int end = k + 1;
            while (end < times.Length && sign * times[end] >= from && sign * times[end] < to)
                end++;
            NestedPolynomial.Evaluate(CoefficientsOf(step), times[k..end], starts[step], sizes[step], dimension, states[(k * dimension)..(end * dimension)]);
            k = end;
        }
    }

    /// <summary>The times, with a sign so that they grow, for which <see cref="StepAt"/> finds a step: from the first on, up to the second.</summary>
    private (double From, double To) Reach(int step, double sign) => (
        step == 0 ? double.NegativeInfinity : sign * starts[step], step + 1 == starts.Length ? double.PositiveInfinity : sign * starts[step + 1]);

    private ReadOnlySpan<double> CoefficientsOf(int step)
    {
        int length = coefficients.Length / starts.Length;
        return coefficients.AsSpan(step * length, length);
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
