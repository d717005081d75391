using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>An experiment that could not be run at all.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Message">What happened.</param>
internal sealed record Refusal(string Experiment, string Message);

/// <summary>What came of running a plan.</summary>
/// <param name="Results">Everything that was finished.</param>
/// <param name="Refused">The experiments that refused their parameters.</param>
/// <param name="Broken">The experiments whose own code failed with an exception that it should not throw.</param>
/// <param name="WasInterrupted">Whether the run was interrupted before its end.</param>
internal sealed record SessionOutcome(ResultSet Results, ImmutableArray<Refusal> Refused, ImmutableArray<Refusal> Broken, bool WasInterrupted)
{
    /// <summary>The exit code.</summary>
    /// <param name="requireComparison">Whether having compared nothing is a failure.</param>
    public int ExitCode(bool requireComparison)
    {
        if (!Refused.IsEmpty)
            return Hosting.ExitCode.WrongUsage;
        if (WasInterrupted)
            return Hosting.ExitCode.Interrupted;
        if (!Broken.IsEmpty || Results.Runs.Any(run => run.Points.Any(point => !point.Failures.IsEmpty)))
            return Hosting.ExitCode.NumericalFailure;
        bool passed = requireComparison ? Results.Passed : Results.Runs.All(run => run.Passed);
        return passed ? Hosting.ExitCode.Success : Hosting.ExitCode.CheckFailed;
    }
}
