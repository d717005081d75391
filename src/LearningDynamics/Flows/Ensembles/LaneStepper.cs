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
    private readonly ButcherTableau tableau;
    private readonly LaneSum[] rows;
    private readonly LaneSum estimate;
    private readonly LaneSum? crudeEstimate;
    private readonly ErrorScale scale;
    private readonly int dimension;
    private readonly T[] stages;
    private readonly T[] zeros;
    private readonly T[] scratch;
    private TField field;

    public LaneStepper(TField field, ButcherTableau tableau, ErrorScale scale)
    {
        this.field = field;
        this.tableau = tableau;
        this.scale = scale;
        dimension = field.Dimension;
        rows = [.. tableau.Rows.Select(row => new LaneSum(row, dimension))];
        estimate = new(tableau.Estimate, dimension);
        crudeEstimate = tableau.CrudeEstimate is { } crude ? new(crude, dimension) : null;
        stages = new T[tableau.StageCount * dimension];
        (zeros, scratch) = (new T[dimension], new T[dimension]);
        (State, Next, Parameters) = (new T[dimension], new T[dimension], new T[field.ParameterCount]);
    }

    /// <summary>Where each lane is.</summary>
    public T[] State { get; }

    /// <summary>Where the last trial step ended.</summary>
    public T[] Next { get; }

    /// <summary>Each lane's parameters.</summary>
    public T[] Parameters { get; }

    /// <summary>The derivative at the state.</summary>
    public Span<T> Slope => stages.AsSpan(0, dimension);

    /// <summary>The derivative where the last trial step ended.</summary>
    public ReadOnlySpan<T> NextSlope => stages.AsSpan((tableau.StageCount - 1) * dimension, dimension);

    /// <summary>Makes a trial step.</summary>
    /// <param name="time">Where each lane is.</param>
    /// <param name="size">Each lane's signed step size.</param>
    /// <param name="error">Receives the estimated error in units of the tolerance; NaN or infinite where the step left the field's domain.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Attempt(in T time, in T size, out T error)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            rows[i].Apply<T>(stages, size, State, Next);
            field.Evaluate(T.MultiplyAdd(tableau.Nodes[i], size, time), Next, Parameters, stages.AsSpan(i * dimension, dimension));
        }

        Estimate(size, out error);
    }

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
        field.Evaluate(time + signed, Next, Parameters, scratch);
        for (int i = 0; i < dimension; i++)
            scratch[i] -= Slope[i];
        T fastest = T.Maximum(speed, Norm(scratch, State, State) / trial);
        T chosen = T.Minimum(100 * trial, T.Exp(T.Log(0.01 / fastest) / (tableau.EstimateOrder + 1)));
        chosen = T.Select(T.AtMost(fastest, 1e-15), trial, chosen);
        chosen = T.Select(T.AtMost(fastest, double.MaxValue), chosen, 1e-3 * trial);
        return T.Minimum(T.Maximum(chosen, least), left);
    }

    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>The estimated error of the last trial step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Estimate(in T size, out T error)
    {
        estimate.Apply<T>(stages, size, zeros, scratch);
        error = Norm(scratch, State, Next);
        if (crudeEstimate is not null)
        {
            crudeEstimate.Apply<T>(stages, size, zeros, scratch);
            T ratio = Norm(scratch, State, Next) / error;
            error = T.Select(T.Greater(error, 0), error / T.Sqrt(T.MultiplyAdd(0.01 * ratio, ratio, 1)), error);
        }

        // The end and its slope are multiplied by 0, which leaves 0 of a number and NaN of all else.
        T trace = 0;
        ReadOnlySpan<T> next = Next, nextSlope = NextSlope;
        for (int i = 0; i < next.Length; i++)
            trace += (next[i] * 0) + (nextSlope[i] * 0);
        error += trace;
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
