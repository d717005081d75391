namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a finding that is the time of an event at which the trajectory has a kink (a neuron dies, a margin is reached). Order checks then use the
/// rule for runs with events: the smooth part before it, and the fitted order over the whole run.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EventTimeAttribute : Attribute;
