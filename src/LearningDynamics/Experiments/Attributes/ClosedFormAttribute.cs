namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the method without parameters that returns the solved system: an object built once, then observed at any time by
/// an <see cref="ObserveAttribute"/> method <c>(solution, double time)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClosedFormAttribute : Attribute;
