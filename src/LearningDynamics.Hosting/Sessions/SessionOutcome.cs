using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>An experiment whose own code failed with an exception that it should not throw.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Exception">The exception with its place.</param>
internal sealed record BrokenExperiment(string Experiment, string Exception);

/// <summary>What came of running a plan.</summary>
/// <param name="Results">Everything that was finished.</param>
/// <param name="Broken">The experiments that could not be run at all.</param>
/// <param name="WasInterrupted">Whether the run was interrupted before its end.</param>
internal sealed record SessionOutcome(ResultSet Results, ImmutableArray<BrokenExperiment> Broken, bool WasInterrupted)
{
    /// <summary>The exit code.</summary>
    /// <param name="requireComparison">Whether having compared nothing is a failure.</param>
    public int ExitCode(bool requireComparison)
    {
        ImmutableArray<RunFailure> failures = [.. Results.Runs.SelectMany(run => run.Points).SelectMany(point => point.Failures)];
        if (failures.Any(failure => failure.IsRefusal))
            return Hosting.ExitCode.WrongUsage;
        if (WasInterrupted)
            return Hosting.ExitCode.Interrupted;
        if (!Broken.IsEmpty || !failures.IsEmpty)
            return Hosting.ExitCode.NumericalFailure;
        bool passed = requireComparison ? Results.Passed : Results.Runs.All(run => run.Passed);
        return passed ? Hosting.ExitCode.Success : Hosting.ExitCode.CheckFailed;
    }
}
