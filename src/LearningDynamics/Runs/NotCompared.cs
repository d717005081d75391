using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>A declared cross-check that was not judged at a point, because a route does not answer there. It neither passed nor failed.</summary>
/// <param name="Check">The cross-check.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record NotCompared(CrossCheckDescriptor Check, string Reason);
