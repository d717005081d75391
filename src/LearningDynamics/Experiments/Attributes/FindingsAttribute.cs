namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a record struct of what a whole run shows: one value each. A component is a number, a nullable number (null: it does not exist,
/// such as the time of an event that never comes), a bool, a string, an enum, or a <see cref="Map"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class FindingsAttribute : Attribute;
