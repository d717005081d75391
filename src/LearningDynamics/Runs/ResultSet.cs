using System.Collections.Immutable;

namespace LearningDynamics.Runs;

/// <summary>The runs of one invocation, with where and how they were made.</summary>
/// <param name="Environment">Processor, runtime, package versions, trainer, seed, command line.</param>
/// <param name="Runs">The runs, in the order in which they were made.</param>
public sealed record ResultSet(EnvironmentFingerprint Environment, ImmutableArray<ExperimentRun> Runs)
{
    /// <summary>How many cross-checks' verdicts there are.</summary>
    public int VerdictCount => Runs.Sum(run => run.Points.Sum(point => point.Checks.Length));

    /// <summary>
    /// Whether there is a run, everything was finished, every verdict passed, and every run compared what it declares: a cross-check that compared nothing fails. An experiment that declares none is shown
    /// and not judged; it cannot fail by what it does not claim.
    /// </summary>
    public bool Passed => !Runs.IsEmpty && Runs.All(run => run.Passed && ComparedWhatItDeclares(run));

    /// <summary>
    /// Whether a run compared what it declares: every point has verdicts, or says which routes do not answer there, and every cross-check was judged at some point.
    /// </summary>
    /// <param name="run">One of the runs.</param>
    public static bool ComparedWhatItDeclares(ExperimentRun run) =>
        !run.Points.IsEmpty
        && (run.DeclaredChecks == 0 || run.Points.All(point => !point.Checks.IsEmpty || !point.NotCompared.IsEmpty))
        && NeverCompared(run).IsEmpty;

    /// <summary>Why a finished run is only shown and not judged: its experiment declares no cross-check. Null where it is judged, or failed.</summary>
    /// <param name="run">One of the runs.</param>
    public static string? ShownBecause(ExperimentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.DeclaredChecks > 0 || !run.Passed || !ComparedWhatItDeclares(run))
            return null;
        return run.Points.SelectMany(point => point.Routes).DistinctBy(answer => answer.Route).Count() > 1 ? "no cross-check declared" : "only one route";
    }

    /// <summary>The cross-checks of a run that a missing route kept from being judged at every point. One is enough for the run to fail.</summary>
    /// <param name="run">One of the runs.</param>
    public static ImmutableArray<NotCompared> NeverCompared(ExperimentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        HashSet<string> judged = [.. run.Points.SelectMany(point => point.Checks).Select(verdict => verdict.Check.ToString())];
        return [.. run.Points.SelectMany(point => point.NotCompared).Where(skipped => !judged.Contains(skipped.Check.ToString())).DistinctBy(skipped => skipped.Check.ToString())];
    }
}
