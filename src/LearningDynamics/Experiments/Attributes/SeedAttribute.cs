namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the parameter (int or long) that seeds everything random in the experiment. <c>--seed</c> sets it, and a cross-check
/// over several seeds counts up from it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SeedAttribute : Attribute;
