namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the method without parameters that returns the <see cref="Training.TrainingPlan"/>. Its learning rate is the largest that may be used: an order
/// check halves it as far as needed. Its steps are set from the horizon.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TrainedAttribute : Attribute;
