using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The section of one experiment: what it asks, its parameters, figures, findings and verdicts.</summary>
internal static class ExperimentHtml
{
    /// <summary>The address of an experiment's section within the page.</summary>
    public static string Link(ExperimentRun run) => "#" + Uri.EscapeDataString(Anchor(run));

    public static void Write(HtmlWriter html, ExperimentRun run, int index)
    {
        PointLabels labels = PointLabels.Of(run);
        html.Write($"<section class=\"experiment\" id=\"{Anchor(run)}\" data-run=\"{index}\" aria-labelledby=\"run-{index}\">\n<h2 id=\"run-{index}\">{run.Id} ");
        VerdictHtml.WriteBadge(html, run);
        html.Write($"</h2>\n");
        if (run.Summary is not null)
            html.Write($"<p class=\"summary\">{run.Summary}</p>\n");
        if (run.Source is not null)
            html.Write($"<p class=\"source\">Source: {run.Source}</p>\n");
        if (run.Preset is not null)
            html.Write($"<p class=\"source\">Preset: {run.Preset}</p>\n");
        foreach (Problem problem in Problem.Of(run))
            html.Write($"<p class=\"problem\">{problem.Message}</p>\n");
        WriteParameters(html, run);
        DeclaredFiguresHtml.Write(html, run, labels);
        FiguresHtml.Write(html, run, labels);
        FindingsHtml.Write(html, run, labels);
        SweepHtml.Write(html, run, labels);
        foreach (RunPoint point in run.Points)
            PointHtml.Write(html, run, point, labels);
        html.Write($"</section>\n");
    }

    private static string Anchor(ExperimentRun run) => $"experiment-{run.Id}";

    private static void WriteParameters(HtmlWriter html, ExperimentRun run)
    {
        ImmutableArray<ParameterRow> parameters = ParameterRow.Of(run);
        if (parameters.IsEmpty)
            return;
        bool hasSymbols = parameters.Any(parameter => parameter.Symbol.Length > 0);
        html.Write($"""
            <h3>Parameters</h3>
            <div class="scroll"><table class="parameters">
            <caption>The values that this run used</caption>
            <thead><tr><th scope="col">Parameter</th>
            """);
        html.WriteVerbatim(hasSymbols ? "<th scope=\"col\">Symbol</th>" : string.Empty);
        html.Write($"<th scope=\"col\">Value</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
        foreach (ParameterRow parameter in parameters)
        {
            html.Write($"<tr><th scope=\"row\">{parameter.Name}</th>");
            if (hasSymbols)
                html.Write($"<td>{parameter.Symbol}</td>");
            html.Write($"<td>{string.Join(", ", parameter.Values)}</td><td>{parameter.Summary}</td></tr>\n");
        }

        html.Write($"</tbody>\n</table></div>\n");
    }
}
