namespace LearningDynamics.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Experiment">The experiment's id.</param>
/// <param name="Finished">How many points are finished.</param>
/// <param name="Total">How many points there are.</param>
/// <param name="Share">
/// How much is finished, from 0 to 1: the share of the routes and cross-checks, which count alike. It never falls; it says nothing about the time that is left.
/// </param>
public readonly record struct RunProgress(string Experiment, int Finished, int Total, double Share);
