using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The outcome of all results in Markdown: one line, a table with a row for each cross-check over all its points, and what went wrong.</summary>
internal static class VerdictSummary
{
    /// <summary>The most problems that are listed; the report has all of them.</summary>
    private const int MostProblems = 50;

    /// <summary>Writes the summary.</summary>
    public static void Write(TextWriter output, ResultSet results)
    {
        output.Write($"**{Headline.Of(results)}**\n\n");
        var table = new MarkdownTable("Experiment", "Cross-check", "Points passed", "Worst quantity", "Deviation", "Bound", "Verdict");
        foreach (ExperimentRun run in results.Runs)
            AddRows(table, run);
        table.Write(output);
        WriteProblems(output, results);
    }

    private static void AddRows(MarkdownTable table, ExperimentRun run)
    {
        foreach (CheckSummary check in CheckSummary.Of(run))
        {
            Verdict worst = check.Worst;
            table.Add(
                run.Id,
                check.Name,
                $"{NumberText.Of(check.Points.Length - check.Failed.Length)} of {NumberText.Of(check.Points.Length)}{NotCompared(check)}",
                QuantityText.Of(worst),
                NumberText.Short(worst.Deviation),
                NumberText.Short(worst.Bound),
                Headline.Verdict(worst.Passed));
        }

        if (ResultSet.ShownBecause(run) is { } reason)
            table.Add(run.Id, NumberText.Missing, NumberText.Missing, NumberText.Missing, NumberText.Missing, NumberText.Missing, $"{Headline.NotCompared}: {reason}");
    }

    private static string NotCompared(CheckSummary check) => check.NotCompared == 0 ? string.Empty : $", {NumberText.Of(check.NotCompared)} {Headline.NotCompared}";

    private static void WriteProblems(TextWriter output, ResultSet results)
    {
        ImmutableArray<string> problems = [.. ProblemList.Of(results).Select(problem => $"{problem.Where}: {problem.What}. {problem.Message}")];
        foreach (string problem in problems.Take(MostProblems))
            output.Write($"- {MarkdownText.Escape(problem)}\n");
        if (problems.Length > MostProblems)
            output.Write($"- {NumberText.Of(problems.Length - MostProblems)} more are in the report.\n");
        if (!problems.IsEmpty)
            output.Write('\n');
    }
}
