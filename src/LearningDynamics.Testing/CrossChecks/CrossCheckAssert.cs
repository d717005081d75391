using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing;

/// <summary>Asserts, in any test framework, that the routes of an experiment agree.</summary>
public static class CrossCheckAssert
{
    /// <summary>Makes sure that a run was finished, compared something at every point, and that every cross-check passed.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="CrossCheckFailedException">It was not so; the message has every failure with its parameters.</exception>
    public static void Passes(ExperimentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        IReadOnlyList<string> complaints = RunComplaints.Of(run);
        if (complaints.Count > 0)
            throw new CrossCheckFailedException($"{run.Id} does not pass its cross-checks.\n{string.Join('\n', complaints)}") { Run = run };
    }

    /// <summary>Runs an experiment at an instance's parameters and makes sure that every cross-check passes.</summary>
    /// <param name="experiment">The parameters.</param>
    /// <param name="settings">Routes, times and trainer; null for the standard ones.</param>
    /// <typeparam name="TExperiment">The experiment.</typeparam>
    /// <exception cref="CrossCheckFailedException">A cross-check failed, a route could not be finished, or nothing was compared.</exception>
    /// <exception cref="UsageException">A parameter or a time is not allowed.</exception>
    public static void Passes<TExperiment>(TExperiment experiment, RunSettings? settings = null)
        where TExperiment : IExperiment => Passes(ExperimentRunner.Run(experiment, settings));
}
