namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the state of the flow: a record struct <c>State&lt;T&gt;</c> with components of type T, so that the same vector field runs on one double and on
/// many at once. Where the dimension depends on parameters, leave it out and use <c>double[]</c> and spans.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class StateAttribute : Attribute;
