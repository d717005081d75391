using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The cross-checks over a sweep: a row for each point, a column for each check, with the largest share of its bound that any quantity takes.</summary>
internal static class SweepHtml
{
    public static void Write(HtmlWriter html, ExperimentRun run, PointLabels labels)
    {
        ImmutableArray<string> checks = [.. CheckSummary.Of(run).Select(check => check.Name)];
        if (labels.Swept.IsEmpty || checks.IsEmpty)
            return;
        html.Write($"""
            <h3>Cross-checks over the sweep</h3>
            <div class="scroll"><table>
            <caption>Largest deviation as a share of its bound: at most 1 passes</caption>
            <thead><tr>
            """);
        foreach (string name in labels.Swept.Concat(checks))
            html.Write($"<th scope=\"col\" class=\"number\">{name}</th>");
        html.Write($"</tr></thead>\n<tbody>\n");
        foreach (RunPoint point in run.Points)
            WriteRow(html, point, labels, checks);
        html.Write($"</tbody>\n</table></div>\n");
    }

    private static void WriteRow(HtmlWriter html, RunPoint point, PointLabels labels, ImmutableArray<string> checks)
    {
        html.Write($"<tr>");
        foreach (string parameter in labels.Swept)
            html.Write($"<td class=\"number\">{PointLabels.Value(point, parameter)}</td>");
        ImmutableArray<CheckOutcome> outcomes = [.. CheckOutcome.Of(point)];
        foreach (string name in checks)
        {
            CheckOutcome? outcome = outcomes.FirstOrDefault(candidate => candidate.Name == name);
            html.Write($"<td class=\"number\">");
            if (outcome is null)
            {
                html.Write($"{NumberText.Missing}");
            }
            else
            {
                Verdict worst = outcome.Worst;
                html.Write($"{NumberText.Short(CheckOutcome.Share(worst))} ");
                VerdictHtml.WriteMark(html, outcome.Passed);
            }

            html.Write($"</td>");
        }

        html.Write($"</tr>\n");
    }
}
