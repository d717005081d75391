using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The findings by every route; over a sweep, each finding's points stand below each other.</summary>
internal static class FindingsHtml
{
    public static void Write(HtmlWriter html, ExperimentRun run, PointLabels labels)
    {
        FindingTable findings = FindingTable.Of(run);
        if (findings.Names.IsEmpty)
            return;
        html.Write($"<h3>Findings</h3>\n<div class=\"scroll\"><table>\n<caption>One value a run, by every route; {NumberText.Missing} where it does not exist</caption>\n<thead><tr>");
        if (labels.Swept.IsEmpty)
            html.Write($"<th scope=\"col\">Finding</th>");
        foreach (string name in labels.Swept.Concat(findings.Routes.Select(route => route.Name())))
            html.Write($"<th scope=\"col\" class=\"number\">{name}</th>");
        html.Write($"</tr></thead>\n");
        if (labels.Swept.IsEmpty)
            WriteSinglePoint(html, run, findings);
        else
            WriteSweep(html, run, findings, labels);
        html.Write($"</table></div>\n");
    }

    private static void WriteSinglePoint(HtmlWriter html, ExperimentRun run, FindingTable findings)
    {
        html.Write($"<tbody>\n");
        foreach (string name in findings.Names)
        {
            html.Write($"<tr><th scope=\"row\">{name}</th>");
            WriteValues(html, run.Points[0], name, findings.Routes);
            html.Write($"</tr>\n");
        }

        html.Write($"</tbody>\n");
    }

    private static void WriteSweep(HtmlWriter html, ExperimentRun run, FindingTable findings, PointLabels labels)
    {
        int columns = labels.Swept.Length + findings.Routes.Length;
        foreach (string name in findings.Names)
        {
            html.Write($"<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"{columns}\">{name}</th></tr>\n");
            foreach (RunPoint point in run.Points)
            {
                html.Write($"<tr>");
                foreach (string parameter in labels.Swept)
                    html.Write($"<td class=\"number\">{PointLabels.Value(point, parameter)}</td>");
                WriteValues(html, point, name, findings.Routes);
                html.Write($"</tr>\n");
            }

            html.Write($"</tbody>\n");
        }
    }

    private static void WriteValues(HtmlWriter html, RunPoint point, string name, ImmutableArray<Route> routes)
    {
        foreach (Route route in routes)
            html.Write($"<td class=\"number\">{FindingTable.Text(point, route, name)}</td>");
    }
}
