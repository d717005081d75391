namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a method that reads the <see cref="FindingsAttribute"/> struct off a finished route. Its parameter says which: the solved system,
/// a <see cref="FlowRun{TState}"/>, or a <see cref="TrainedRun{TObservation}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FindAttribute : Attribute;
