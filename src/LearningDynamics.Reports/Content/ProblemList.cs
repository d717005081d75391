using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>One thing that a reader must look at.</summary>
/// <param name="Run">The run that it is in, or null where it concerns all results.</param>
/// <param name="Where">The experiment and the point.</param>
/// <param name="What">The cross-check or the route.</param>
/// <param name="Message">What was found.</param>
internal sealed record ListedProblem(ExperimentRun? Run, string Where, string What, string Message);

/// <summary>Everything that keeps results from passing, in the order of the report. Empty exactly where they pass.</summary>
internal static class ProblemList
{
    /// <summary>The failed verdicts and the other problems of all runs.</summary>
    public static IEnumerable<ListedProblem> Of(ResultSet results) =>
        results.Runs.SelectMany(Of).Concat(Problem.Of(results).Select(problem => new ListedProblem(null, "results", problem.What, problem.Message)));

    private static IEnumerable<ListedProblem> Of(ExperimentRun run)
    {
        PointLabels labels = PointLabels.Of(run);
        foreach (Problem problem in Problem.Of(run))
            yield return new(run, run.Id, problem.What, problem.Message);
        foreach (RunPoint point in run.Points)
        {
            string where = labels.Append(run.Id, point);
            foreach (Verdict verdict in point.Checks.Where(verdict => !verdict.Passed))
                yield return new(run, where, verdict.Check.ToString(), verdict.Explanation);
            foreach (Problem problem in Problem.Of(run, point))
                yield return new(run, where, problem.What, problem.Message);
        }
    }
}
