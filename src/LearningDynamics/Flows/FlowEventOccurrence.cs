namespace LearningDynamics.Flows;

/// <summary>One event that happened.</summary>
/// <param name="Name">The name of the <see cref="FlowEvent"/>.</param>
/// <param name="Component">Which of its components crossed zero, from 0.</param>
/// <param name="Direction">How it crossed: <see cref="EventDirection.Rising"/> or <see cref="EventDirection.Falling"/>.</param>
/// <param name="Time">The first computed time at which the crossing has happened, a few units in the last place behind it.</param>
/// <param name="State">A copy of the state at <paramref name="Time"/>.</param>
public sealed record FlowEventOccurrence(
    string Name, int Component, EventDirection Direction, double Time, IReadOnlyList<double> State);
