namespace LearningDynamics.Flows;

/// <summary>Makes trial steps of a Runge-Kutta pair from a current state, and moves on when told to. It never chooses a step size.</summary>
/// <typeparam name="TField">The vector field.</typeparam>
internal sealed class RungeKuttaStepper<TField>
    where TField : struct, IVectorField<double>
{
    private readonly ButcherTableau tableau;
    private readonly ErrorScale scale;
    private readonly int dimension;
    private readonly double[] stages;
    private readonly double[] interpolant;
    private readonly double[] scratch;
    private TField field;
    private double[] state;
    private double[] next;
    private double trialSize;
    private bool interpolantReady;

    public RungeKuttaStepper(TField field, ButcherTableau tableau, ErrorScale scale)
    {
        this.field = field;
        this.tableau = tableau;
        this.scale = scale;
        dimension = field.Dimension;
        stages = new double[tableau.DenseStageCount * dimension];
        interpolant = new double[tableau.CoefficientCount * dimension];
        scratch = new double[dimension];
        state = new double[dimension];
        next = new double[dimension];
    }

    public double Time { get; private set; }

    public long Evaluations { get; private set; }

    public ReadOnlySpan<double> State => state;

    /// <summary>The derivative at the current state.</summary>
    public ReadOnlySpan<double> Derivative => Stage(0);

    /// <summary>Where the last trial step ended.</summary>
    public ReadOnlySpan<double> NextState => next;

    /// <summary>Starts at a state.</summary>
    public void Begin(double time, IReadOnlyList<double> initial)
    {
        Time = time;
        for (int i = 0; i < dimension; i++)
            state[i] = initial[i];
        Evaluate(time, state, Stage(0));
    }

    /// <summary>Evaluates the field, and counts it.</summary>
    public void Evaluate(double time, ReadOnlySpan<double> at, Span<double> derivative)
    {
        Evaluations++;
        field.Evaluate(time, at, derivative);
    }

    /// <summary>Makes a trial step.</summary>
    /// <param name="size">The signed step size h.</param>
    /// <returns>The estimated error in units of the tolerance; NaN or infinite if the step left the field's domain.</returns>
    public double Attempt(double size)
    {
        trialSize = size;
        interpolantReady = false;
        for (int i = 1; i < tableau.StageCount; i++)
            EvaluateStage(i, tableau.Rows[i]);

        tableau.Estimate.Apply(stages, size, scratch);
        double error = scale.Norm(scratch, state, next);
        if (tableau.CrudeEstimate is { } crudeEstimate)
        {
            crudeEstimate.Apply(stages, size, scratch);
            double crude = scale.Norm(scratch, state, next);
            error = error == 0 ? error + (0 * crude) : error / Math.Sqrt(1 + (0.01 * (crude / error) * (crude / error)));
        }

        return IsFinite(next) && IsFinite(Stage(tableau.StageCount - 1)) ? error : double.NaN;
    }

    /// <summary>The coefficients of the last trial step's <see cref="NestedPolynomial"/>; the extra stages are evaluated when first asked for.</summary>
    public ReadOnlySpan<double> Interpolant()
    {
        if (interpolantReady)
            return interpolant;
        interpolantReady = true;
        for (int i = 0; i < tableau.ExtraRows.Length; i++)
            EvaluateExtraStage(i);

        ReadOnlySpan<double> first = Stage(0), last = Stage(tableau.StageCount - 1);
        Span<double> origin = Row(0), increment = Row(1), startSlope = Row(2), endSlope = Row(3);
        tableau.Rows[^1].Apply(stages, trialSize, increment);
        for (int i = 0; i < dimension; i++)
        {
            origin[i] = state[i];
            startSlope[i] = (trialSize * first[i]) - increment[i];
            endSlope[i] = increment[i] - (trialSize * last[i]) - startSlope[i];
        }

        for (int i = 0; i < tableau.DenseRows.Length; i++)
            tableau.DenseRows[i].Apply(stages, trialSize, Row(4 + i));
        return interpolant;
    }

    /// <summary>Ends the last trial step at a place in (0, 1] on its continuous extension.</summary>
    public void EndAt(double place)
    {
        if (place < 1)
            NestedPolynomial.Evaluate(Interpolant(), place, next);
    }

    /// <summary>Keeps the last trial step.</summary>
    /// <param name="time">The time it ended at.</param>
    public void Advance(double time)
    {
        Time = time;
        (state, next) = (next, state);
        Stage(tableau.StageCount - 1).CopyTo(Stage(0));
        interpolantReady = false;
    }

    /// <summary>The time and component of the first number of the last trial step that is not finite, in the order computed.</summary>
    public (double Time, int Component, double Value)? FirstNonFinite(int stageCount)
    {
        for (int k = 0; k < stageCount * dimension; k++)
        {
            if (!double.IsFinite(stages[k]))
                return (Time + (tableau.Nodes[k / dimension] * trialSize), k % dimension, stages[k]);
        }

        return null;
    }

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        double probe = 0;
        foreach (double value in values)
            probe += value * 0;
        return probe == 0;
    }

    private Span<double> Stage(int i) => stages.AsSpan(i * dimension, dimension);

    private Span<double> Row(int i) => interpolant.AsSpan(i * dimension, dimension);

    private void EvaluateStage(int i, StageSum row)
    {
        // The last stage lies at the end of the step, so that its state stays behind as the next state.
        row.Apply(stages, trialSize, state, next);
        Evaluate(Time + (tableau.Nodes[i] * trialSize), next, Stage(i));
    }

    private void EvaluateExtraStage(int i)
    {
        tableau.ExtraRows[i].Apply(stages, trialSize, state, scratch);
        Evaluate(Time + (tableau.Nodes[tableau.StageCount + i] * trialSize), scratch, Stage(tableau.StageCount + i));
    }
}
