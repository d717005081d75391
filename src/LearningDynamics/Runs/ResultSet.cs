using System.Collections.Immutable;

namespace LearningDynamics.Runs;

/// <summary>The runs of one invocation, with where and how they were made.</summary>
/// <param name="Environment">Processor, runtime, package versions, trainer, seed, command line.</param>
/// <param name="Runs">The runs, in the order in which they were made.</param>
public sealed record ResultSet(EnvironmentFingerprint Environment, ImmutableArray<ExperimentRun> Runs)
{
    /// <summary>How many cross-checks' verdicts there are.</summary>
    public int VerdictCount => Runs.Sum(run => run.Points.Sum(point => point.Checks.Length));

    /// <summary>Whether everything was finished, every verdict passed, and there was at least one verdict: a check that compared nothing fails.</summary>
    public bool Passed => VerdictCount > 0 && Runs.All(run => run.Passed && ComparedWhatItDeclares(run));

    /// <summary>Whether a run that declares cross-checks has verdicts at every point.</summary>
    /// <param name="run">One of the runs.</param>
    public static bool ComparedWhatItDeclares(ExperimentRun run) =>
        !run.Points.IsEmpty && (run.DeclaredChecks == 0 || run.Points.All(point => !point.Checks.IsEmpty));
}
