namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the double property that is the largest learning rate of a trained route with the <see cref="AnswerAttribute"/>. Its requests then carry a
/// <see cref="TrainingSchedule"/>: an order check halves the rate as far as needed. A <see cref="Training.TrainingPlan"/> that is declared says its rate itself.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LearningRateAttribute : Attribute;
