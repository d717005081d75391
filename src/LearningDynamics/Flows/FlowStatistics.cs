namespace LearningDynamics.Flows;

/// <summary>What an integration cost.</summary>
/// <param name="AcceptedSteps">The steps that make up the solution.</param>
/// <param name="RejectedSteps">The trial steps that were thrown away: too inaccurate, not finite, or across an event.</param>
/// <param name="Evaluations">The evaluations of the vector field, for everything: steps, dense output, initial step sizes.</param>
/// <param name="Restarts">The restarts behind events.</param>
public readonly record struct FlowStatistics(int AcceptedSteps, int RejectedSteps, long Evaluations, int Restarts);
