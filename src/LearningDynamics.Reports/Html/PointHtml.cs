using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>What happened at one point: its failures and verdicts. Folded away where it belongs to a sweep and passed.</summary>
internal static class PointHtml
{
    public static void Write(HtmlWriter html, ExperimentRun run, RunPoint point, PointLabels labels)
    {
        if (labels.Swept.IsEmpty)
        {
            html.WriteVerbatim(ResultSet.ShownBecause(run) is not null ? string.Empty : "<h3>Verdicts</h3>\n");
            WriteContent(html, run, point);
            return;
        }

        bool passed = point.Passed && Problem.Of(run, point).IsEmpty;
        html.WriteVerbatim(passed ? "<details class=\"point\">" : "<details class=\"point\" open>");
        html.Write($"<summary><h3>{labels.Label(point)}</h3> ");
        if (!passed || run.DeclaredChecks > 0)
            VerdictHtml.WriteBadge(html, passed);
        html.Write($"</summary>\n");
        WriteContent(html, run, point);
        html.Write($"</details>\n");
    }

    private static void WriteContent(HtmlWriter html, ExperimentRun run, RunPoint point)
    {
        foreach (Problem problem in Problem.Of(run, point))
            html.Write($"<p class=\"problem\"><b>{problem.What}</b>: {problem.Message}</p>\n");
        foreach (Route route in point.AbsentRoutes)
            html.Write($"<p class=\"absent\">The {route.Name()} route does not answer at this point.</p>\n");
        if (point.Checks.IsEmpty && !point.NotCompared.IsEmpty)
            html.Write($"<p class=\"absent\">Nothing could be compared at this point.</p>\n");
        VerdictHtml.WriteTable(html, point);
        html.Write($"<p class=\"reproduce\">Repeat this point alone: <code>{Reproduction.CommandLine(run.Id, point)}</code></p>\n");
    }
}
