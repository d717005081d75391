namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a record struct of what is measured over time. Each component is a double, or a <c>double[]</c> that comes out as
/// <c>Name1</c>, <c>Name2</c>, ... Routes are compared observable by observable.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ObservablesAttribute : Attribute;
