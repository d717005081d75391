using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// What happens to the trajectories of an ensemble where functions of the state cross zero: one function a component. Written once over a generic scalar, as the field is.
/// </summary>
/// <remarks>
/// The rules are those of <see cref="FlowEvent"/>: a component fires when its value leaves a nonzero sign in the counted direction, a value of zero at the start is no
/// crossing, and the flow restarts behind every event, so that the field may jump there, unless the event is said to be smooth. Make it a struct.
/// </remarks>
public interface IEnsembleEvents
{
    /// <summary>The number of components.</summary>
    int Count { get; }

    /// <summary>Which crossings of a component count.</summary>
    /// <param name="component">The component, from 0.</param>
    EventDirection Direction(int component);

    /// <summary>Whether a trajectory ends where the component fires.</summary>
    /// <param name="component">The component, from 0.</param>
    bool IsTerminal(int component);

    /// <summary>
    /// Whether the field, as it is written, goes on smoothly where the component crosses zero: it has no gate that switches there. Then a step may reach across, and the time is found on the
    /// step's continuous extension. False, the default, is always right, and costs some short steps an event.
    /// </summary>
    /// <param name="component">The component, from 0.</param>
    bool IsSmooth(int component) => false;

    /// <summary>Computes the values whose zeros are the events. They must be continuous along the flow and defined a little beyond the events.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="time">The time.</param>
    /// <param name="state">The state.</param>
    /// <param name="parameters">The trajectory's parameters.</param>
    /// <param name="values">Receives <see cref="Count"/> values.</param>
    void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
        where T : struct, IScalar<T>;
}

/// <summary>No events.</summary>
public readonly struct NoEvents : IEnsembleEvents
{
    /// <summary>0.</summary>
    public int Count => 0;

    /// <inheritdoc/>
    public EventDirection Direction(int component) => EventDirection.Either;

    /// <inheritdoc/>
    public bool IsTerminal(int component) => false;

    /// <inheritdoc/>
    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
        where T : struct, IScalar<T>
    {
    }
}
