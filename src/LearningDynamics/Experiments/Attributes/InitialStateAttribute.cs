namespace LearningDynamics.Experiments;

/// <summary>Marks the method without parameters that returns the flow's state at time 0: <c>State&lt;double&gt;</c> or <c>double[]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InitialStateAttribute : Attribute;
