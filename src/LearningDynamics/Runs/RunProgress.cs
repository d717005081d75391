namespace LearningDynamics.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Experiment">The experiment's id.</param>
/// <param name="Finished">How many points are finished.</param>
/// <param name="Total">How many points there are.</param>
public readonly record struct RunProgress(string Experiment, int Finished, int Total);
