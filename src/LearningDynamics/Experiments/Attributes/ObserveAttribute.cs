namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a method that reads the <see cref="ObservablesAttribute"/> struct off a route. Its first parameter says which: the solved system,
/// the flow's state, or the trained <see cref="Training.Network"/>. A second parameter, if any, is the time.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ObserveAttribute : Attribute;
