namespace LearningDynamics.Flows;

/// <summary>Computes the values whose zeros are events. It must be continuous along the flow.</summary>
/// <param name="time">The time.</param>
/// <param name="state">The state.</param>
/// <param name="values">Receives one value a component of the event, <see cref="FlowEvent.Count"/> in all.</param>
public delegate void EventFunction(double time, ReadOnlySpan<double> state, Span<double> values);

/// <summary>Which crossings of zero count, seen in the direction in which the flow is integrated.</summary>
public enum EventDirection
{
    /// <summary>Any crossing.</summary>
    Either,

    /// <summary>From negative to zero or above.</summary>
    Rising,

    /// <summary>From positive to zero or below.</summary>
    Falling,
}

/// <summary>
/// Something that happens where a function of the state crosses zero: a neuron dies, a gate switches, a margin is reached.
/// One declaration may have several components, for instance one a neuron; each fires on its own.
/// </summary>
/// <remarks>
/// A component fires when its value leaves a nonzero sign in the counted direction. A value of exactly zero at the start
/// is no crossing. The flow restarts behind every event, so a right-hand side may jump there; declare an event wherever
/// it does. Where it does not, say that the event is smooth: its time is then found inside a step. A function that touches zero and turns back between two looks (each step is looked at in four places) is not seen.
/// </remarks>
/// <param name="Name">The name, unique among the events of a problem.</param>
/// <param name="Count">The number of components, at least 1.</param>
/// <param name="Function">The function whose zeros are the events.</param>
/// <param name="Direction">Which crossings count.</param>
/// <param name="IsTerminal">Whether the flow ends at the first event.</param>
/// <param name="IsSmooth">
/// Whether the field, as it is written, goes on smoothly across the event: it has no gate that switches there. Then a step may reach across, and the time is found on the step's continuous
/// extension. False is always right, and costs some short steps an event.
/// </param>
public sealed record FlowEvent(
    string Name, int Count, EventFunction Function, EventDirection Direction = EventDirection.Either, bool IsTerminal = false, bool IsSmooth = false);
