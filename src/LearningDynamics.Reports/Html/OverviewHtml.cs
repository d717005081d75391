using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The top of the page: every experiment in a line, and everything that needs a look.</summary>
internal static class OverviewHtml
{
    public static void Write(HtmlWriter html, ResultSet results)
    {
        html.Write($"""
            <section id="overview" aria-labelledby="overview-heading">
            <h2 id="overview-heading">Overview</h2>
            <div class="scroll"><table>
            <caption>Experiments and their cross-checks</caption>
            <thead><tr><th scope="col">Experiment</th><th scope="col" class="number">Points</th><th scope="col" class="number">Checks passed</th><th scope="col" class="number">Checks failed</th><th scope="col">Verdict</th></tr></thead>
            <tbody>

            """);
        foreach (ExperimentRun run in results.Runs)
            WriteRow(html, run);
        html.Write($"</tbody>\n</table></div>\n");
        WriteProblems(html, [.. ProblemList.Of(results)]);
        html.Write($"</section>\n");
    }

    private static void WriteRow(HtmlWriter html, ExperimentRun run)
    {
        Tally checks = Tally.OfChecks(run);
        html.Write($"<tr><th scope=\"row\"><a href=\"{ExperimentHtml.Link(run)}\">{run.Id}</a></th><td class=\"number\">{run.Points.Length}</td><td class=\"number\">{checks.Passed}</td><td class=\"number\">{checks.Failed}</td><td>");
        VerdictHtml.WriteBadge(html, run);
        html.Write($"</td></tr>\n");
    }

    private static void WriteProblems(HtmlWriter html, ImmutableArray<ListedProblem> problems)
    {
        if (problems.IsEmpty)
            return;
        html.Write($"<h3>What did not pass</h3>\n<ul class=\"problems\">\n");
        foreach (ListedProblem problem in problems)
        {
            html.Write($"<li>");
            if (problem.Run is { } run)
                html.Write($"<a href=\"{ExperimentHtml.Link(run)}\">{problem.Where}</a>, ");
            html.Write($"<b>{problem.What}</b>: {problem.Message}</li>\n");
        }

        html.Write($"</ul>\n");
    }
}
