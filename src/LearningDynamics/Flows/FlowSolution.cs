using System.Numerics.Tensors;

namespace LearningDynamics.Flows;

/// <summary>A function of time and state.</summary>
/// <param name="time">The time.</param>
/// <param name="state">The state.</param>
/// <returns>Its value.</returns>
public delegate double StateFunction(double time, ReadOnlySpan<double> state);

/// <summary>A flow that has been integrated. It can be read from several threads at once.</summary>
public sealed class FlowSolution
{
    private readonly double[] initial;
    private readonly double[] final;
    private readonly DenseTrajectory? trajectory;

    internal FlowSolution(
        double start, double end, double[] initial, double[] final, DenseTrajectory? trajectory,
        IReadOnlyList<FlowEventOccurrence> events, FlowStatistics statistics)
    {
        (Start, End, Events, Statistics) = (start, end, events, statistics);
        (this.initial, this.final, this.trajectory) = (initial, final, trajectory);
    }

    /// <summary>The initial time.</summary>
    public double Start { get; }

    /// <summary>The time reached: the problem's end, or the time of the terminal event.</summary>
    public double End { get; }

    /// <summary>The number of components of the state.</summary>
    public int Dimension => initial.Length;

    /// <summary>The state at <see cref="Start"/>.</summary>
    public ReadOnlySpan<double> InitialState => initial;

    /// <summary>The state at <see cref="End"/>.</summary>
    public ReadOnlySpan<double> FinalState => final;

    /// <summary>The events, in the order in which they happened.</summary>
    public IReadOnlyList<FlowEventOccurrence> Events { get; }

    /// <summary>What the integration cost.</summary>
    public FlowStatistics Statistics { get; }

    /// <summary>Where each step starts, in the order of integration; empty without dense output.</summary>
    public ReadOnlySpan<double> StepStarts => trajectory is null ? [] : trajectory.Starts;

    /// <summary>Computes the state at a time, with an error of the order of the steps' own. The start and the end are exact copies.</summary>
    /// <param name="time">A time between <see cref="Start"/> and <see cref="End"/>.</param>
    /// <param name="state">Receives the state, of length <see cref="Dimension"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside the solution, or not a number.</exception>
    /// <exception cref="ArgumentException">The span's length is not the dimension.</exception>
    /// <exception cref="InvalidOperationException">Between the ends of a solution without dense output.</exception>
    public void Evaluate(double time, Span<double> state)
    {
        if (state.Length != Dimension)
            throw new ArgumentException(FormattableString.Invariant($"The span has length {state.Length}; the state has {Dimension} components."), nameof(state));
        RequireCovered(time, nameof(time));
        if (time == Start)
            initial.CopyTo(state);
        else if (time == End)
            final.CopyTo(state);
        else
            Trajectory.Evaluate(time, state);
    }

    /// <summary>Computes the states at many times, each as it would be computed alone, but faster; fastest where the times are in the order of integration.</summary>
    /// <param name="times">Times between <see cref="Start"/> and <see cref="End"/>.</param>
    /// <param name="states">Receives the states, one after the other, <see cref="Dimension"/> numbers each.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is outside the solution, or not a number.</exception>
    /// <exception cref="ArgumentException">The length of <paramref name="states"/> is not the number of times, times the dimension.</exception>
    /// <exception cref="InvalidOperationException">Between the ends of a solution without dense output.</exception>
    public void Evaluate(ReadOnlySpan<double> times, Span<double> states)
    {
        if (states.Length != times.Length * Dimension)
            throw new ArgumentException(FormattableString.Invariant($"The span has length {states.Length}; {times.Length} states have {times.Length * Dimension} components."), nameof(states));
        RequireCovered(times);
        // The ends are exact copies, and may be all that there is.
        for (int k = 0; k < times.Length; k++)
        {
            int inside = times[k..].IndexOfAny(Start, End);
            inside = inside < 0 ? times.Length - k : inside;
            if (inside > 0)
                Trajectory.Evaluate(times.Slice(k, inside), Dimension, states.Slice(k * Dimension, inside * Dimension));
            k += inside;
            if (k < times.Length)
                (times[k] == Start ? initial : final).CopyTo(states[(k * Dimension)..]);
        }
    }

    /// <summary>The time of the first event with a name.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <returns>The time, or null if it never happened.</returns>
    public double? FirstTime(string eventName)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        return Events.FirstOrDefault(occurrence => string.Equals(occurrence.Name, eventName, StringComparison.Ordinal))?.Time;
    }

    /// <summary>
    /// The first time at which a function of the state is zero or has changed sign. Unlike an event it can be asked for when
    /// the flow has been integrated. Every step is looked at in four places; a faster double crossing is not seen.
    /// </summary>
    /// <param name="function">The function; continuous along the flow.</param>
    /// <returns>The time, to rounding error on the dense solution; null if there is none.</returns>
    /// <exception cref="InvalidOperationException">The solution has no dense output.</exception>
    /// <exception cref="Numerics.NumericalFailureException">The function is not a number somewhere.</exception>
    public double? FirstCrossing(StateFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (Start != End)
            _ = Trajectory;
        return FirstCrossingSearch.Run(this, function);
    }

    private void RequireCovered(ReadOnlySpan<double> times)
    {
        // Both give NaN if one of the times is.
        if (times.IsEmpty || (TensorPrimitives.Min(times) >= Math.Min(Start, End) && TensorPrimitives.Max(times) <= Math.Max(Start, End)))
            return;
        foreach (double time in times)
            RequireCovered(time, nameof(times));
    }

    private void RequireCovered(double time, string name)
    {
        if (!(time >= Math.Min(Start, End) && time <= Math.Max(Start, End)))
            throw new ArgumentOutOfRangeException(name, time, FormattableString.Invariant($"The solution covers the times from {Start} to {End}."));
    }

    private DenseTrajectory Trajectory => trajectory
        ?? throw new InvalidOperationException("This flow was integrated with DenseOutput = false: only its ends and its events are known.");
}
