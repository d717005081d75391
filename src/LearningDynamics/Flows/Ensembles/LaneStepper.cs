using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>Makes trial steps of a Runge-Kutta pair in lanes, each lane from its own state, at its own time and with its own step size.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
internal sealed class LaneStepper<T, TField>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
{
    private readonly LaneSum[] rows;
    private readonly LaneSum[] extraRows;
    private readonly LaneSum estimate;
    private readonly LaneSum? crudeEstimate;
    private readonly ErrorScale scale;
    private readonly int dimension;
    private readonly LaneMemory<T> stages;
    private readonly LaneMemory<T> zeros;
    private readonly LaneMemory<T> scratch;
    private readonly LaneMemory<T> here;
    private readonly LaneMemory<T> ahead;
    private readonly LaneMemory<T> parameterSets;
    private TField field;

    public LaneStepper(TField field, ButcherTableau tableau, ErrorScale scale)
    {
        this.field = field;
        Tableau = tableau;
        this.scale = scale;
        dimension = field.Dimension;
        rows = [.. tableau.Rows.Select(row => new LaneSum(row, dimension))];
        extraRows = [.. tableau.ExtraRows.Select(row => new LaneSum(row, dimension))];
        estimate = new(tableau.Estimate, dimension);
        crudeEstimate = tableau.CrudeEstimate is { } crude ? new(crude, dimension) : null;
        stages = new(tableau.DenseStageCount * dimension);
        (zeros, scratch, here, ahead) = (new(dimension), new(dimension), new(dimension), new(dimension));
        parameterSets = new(field.ParameterCount);
    }

    /// <summary>The coefficients of the pair.</summary>
    public ButcherTableau Tableau { get; }

    /// <summary>Where each lane is.</summary>
    public Span<T> State => here.Span;

    /// <summary>Where the last trial step ended.</summary>
    public Span<T> Next => ahead.Span;

    /// <summary>Each lane's parameters.</summary>
    public Span<T> Parameters => parameterSets.Span;

    /// <summary>The derivative at the state.</summary>
    public Span<T> Slope => stages.Span.Slice(0, dimension);

    /// <summary>The derivative where the last trial step ended.</summary>
    public ReadOnlySpan<T> NextSlope => stages.Span.Slice((Tableau.StageCount - 1) * dimension, dimension);

    /// <summary>Computes one stage of a trial step; the last one leaves its end in <see cref="Next"/>.</summary>
    /// <param name="stage">The stage, from 1.</param>
    /// <param name="time">Where each lane is.</param>
    /// <param name="size">Each lane's signed step size.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void TakeStage(int stage, in T time, in T size)
    {
        rows[stage].Apply<T>(stages.Span, size, State, Next);
        field.Evaluate(T.MultiplyAdd(Tableau.Nodes[stage], size, time), Next, Parameters, stages.Span.Slice(stage * dimension, dimension));
    }

    /// <summary>Evaluates the stages that only dense output needs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void EvaluateExtraStages(in T time, in T size)
    {
        for (int i = 0; i < extraRows.Length; i++)
        {
            int stage = rows.Length + i;
            extraRows[i].Apply<T>(stages.Span, size, State, scratch.Span);
            field.Evaluate(T.MultiplyAdd(Tableau.Nodes[stage], size, time), scratch.Span, Parameters, stages.Span.Slice(stage * dimension, dimension));
        }
    }

    /// <summary>A weighted sum of the last trial step's stages, times its size.</summary>
    public void Sum(LaneSum weights, in T size, Span<T> result) => weights.Apply<T>(stages.Span, size, zeros.Span, result);

    /// <summary>Moves the lanes of a mask to where the last trial step ended.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Advance(in T mask)
    {
        Span<T> state = State, slope = Slope;
        ReadOnlySpan<T> next = Next, nextSlope = NextSlope;
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = T.Select(mask, next[i], state[i]);
            slope[i] = T.Select(mask, nextSlope[i], slope[i]);
        }
    }

    /// <summary>Evaluates the derivative at the state.</summary>
    public void EvaluateSlope(T time) => field.Evaluate(time, State, Parameters, Slope);

    /// <summary>The speed |f| in units of the tolerance per time.</summary>
    public T Speed() => Norm(Slope, State, State);

    /// <summary>Chooses the sizes of first steps, as <see cref="InitialStep"/> does; costs one evaluation and spoils the last trial step.</summary>
    /// <param name="time">Where each lane is.</param>
    /// <param name="span">The signed time that is left.</param>
    /// <returns>The sizes, without sign.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T ChooseStep(in T time, in T span)
    {
        T size = Norm(State, State, State), speed = Speed(), left = T.Abs(span);
        T isScaleless = T.Or(T.Greater(1e-5, size), T.Greater(1e-5, speed));
        T trial = T.Select(isScaleless, 1e-6 * left, 0.01 * (size / speed));
        T least = 16 * Epsilon * T.Abs(time);
        trial = T.Minimum(T.Maximum(trial, least), left);

        T signed = T.Select(T.Greater(0, span), -trial, trial);
        for (int i = 0; i < dimension; i++)
            Next[i] = T.MultiplyAdd(signed, Slope[i], State[i]);
        field.Evaluate(time + signed, Next, Parameters, scratch.Span);
        for (int i = 0; i < dimension; i++)
            scratch.Span[i] -= Slope[i];
        T fastest = T.Maximum(speed, Norm(scratch.Span, State, State) / trial);
        T chosen = T.Minimum(100 * trial, T.Exp(T.Log(0.01 / fastest) / (Tableau.EstimateOrder + 1)));
        chosen = T.Select(T.AtMost(fastest, 1e-15), trial, chosen);
        chosen = T.Select(T.AtMost(fastest, double.MaxValue), chosen, 1e-3 * trial);
        return T.Minimum(T.Maximum(chosen, least), left);
    }

    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>The estimated error of a trial step in units of the tolerance; NaN or infinite where the step left the field's domain.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Estimate(in T size, out T error)
    {
        estimate.Apply<T>(stages.Span, size, zeros.Span, scratch.Span);
        T norm = Norm(scratch.Span, State, Next);
        if (crudeEstimate is not null)
        {
            crudeEstimate.Apply<T>(stages.Span, size, zeros.Span, scratch.Span);
            T ratio = Norm(scratch.Span, State, Next) / norm;
            norm = T.Select(T.Greater(norm, 0), norm / T.Sqrt(T.MultiplyAdd(0.01 * ratio, ratio, 1)), norm);
        }

        // The end and its slope are multiplied by 0, which leaves 0 of a number and NaN of all else.
        ReadOnlySpan<T> next = Next, nextSlope = NextSlope;
        for (int i = 0; i < next.Length; i++)
            norm = T.MultiplyAdd(next[i], 0, T.MultiplyAdd(nextSlope[i], 0, norm));
        error = norm;
    }

    /// <summary>As <see cref="ErrorScale.Norm"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Norm(ReadOnlySpan<T> error, ReadOnlySpan<T> from, ReadOnlySpan<T> to)
    {
        T largest = 0;
        for (int i = 0; i < error.Length; i++)
        {
            T allowed = T.MultiplyAdd(scale.Relative, T.Maximum(T.Abs(from[i]), T.Abs(to[i])), scale.Absolute);
            // The second operand is what is kept if one is no number.
            largest = T.Maximum(largest, T.Abs(error[i]) / allowed);
        }

        return largest;
    }
}
