namespace LearningDynamics.Theory;

/// <summary>An outcome that is certain, and a time by which it shows.</summary>
/// <param name="Outcome">What becomes of the neuron.</param>
/// <param name="By">A time by which one side has died; an upper bound.</param>
public readonly record struct ProvenOutcome(CompetitionOutcome Outcome, double By);
