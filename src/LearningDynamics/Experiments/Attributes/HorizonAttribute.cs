namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the one double property that says until which time the experiment runs, from 0. It is a parameter that must be above 0.
/// The time is that of the gradient flow: training with learning rate eta reaches time t after t / eta steps.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HorizonAttribute : Attribute;
