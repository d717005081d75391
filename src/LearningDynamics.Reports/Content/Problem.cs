using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>A reason why results do not pass, other than a failed verdict. Results pass exactly where there is no problem and every verdict passed.</summary>
/// <param name="What">What is concerned: a route, a cross-check, the run.</param>
/// <param name="Message">What happened.</param>
/// <param name="IsUnfinished">Whether something could not be finished; otherwise nothing was compared.</param>
internal sealed record Problem(string What, string Message, bool IsUnfinished)
{
    /// <summary>The problems of all results together.</summary>
    public static ImmutableArray<Problem> Of(ResultSet results) =>
        results.VerdictCount > 0 || (!results.Runs.IsEmpty && results.Runs.All(run => ResultSet.ShownBecause(run) is not null)) ? [] : [new("all results", "Nothing was compared: there is no verdict at all.", IsUnfinished: false)];

    /// <summary>The problems of a run as a whole.</summary>
    public static ImmutableArray<Problem> Of(ExperimentRun run)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (!run.IsComplete)
            problems.Add(new("all points", $"The run was interrupted; {NumberText.Count(run.Points.Length, "point")} finished.", IsUnfinished: true));
        if (run.Points.IsEmpty)
            problems.Add(new("all points", "Nothing was compared: the run has no points.", IsUnfinished: false));
        foreach (NotCompared skipped in ResultSet.NeverCompared(run))
            problems.Add(new(skipped.Check.ToString(), $"Nothing was compared, at no point of the run. {skipped.Reason}", IsUnfinished: false));
        return problems.ToImmutable();
    }

    /// <summary>The problems of a point. That a failure left nothing to compare needs no second mention.</summary>
    public static ImmutableArray<Problem> Of(ExperimentRun run, RunPoint point)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (RunFailure failure in point.Failures)
            problems.Add(new(failure.What, failure.IsRefusal ? $"The experiment refused these parameters: {failure.Message}" : failure.Message, IsUnfinished: true));
        if (run.DeclaredChecks > 0 && point.Checks.IsEmpty && point.NotCompared.IsEmpty && point.Failures.IsEmpty)
            problems.Add(new("cross-checks", $"Nothing was compared: {NumberText.Count(run.DeclaredChecks, "cross-check")} declared, none gave a verdict.", IsUnfinished: false));
        return problems.ToImmutable();
    }

    /// <summary>Whether a run passes, by its verdicts and its problems.</summary>
    public static bool Passes(ExperimentRun run) => run.Passed && ResultSet.ComparedWhatItDeclares(run);
}
