using LearningDynamics.Flows;

namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a function of the flow's state, double or <c>double[]</c>, whose zero crossings are events. The solver locates each and
/// restarts behind it, so that a field may switch there.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EventAttribute : Attribute
{
    /// <summary>Which crossings count.</summary>
    public EventDirection Direction { get; set; } = EventDirection.Either;

    /// <summary>Whether the flow ends at the event.</summary>
    public bool IsTerminal { get; set; }
}
