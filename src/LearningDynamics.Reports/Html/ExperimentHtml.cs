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
        VerdictHtml.WriteBadge(html, Problem.Passes(run));
        html.Write($"</h2>\n");
        if (run.Summary is not null)
            html.Write($"<p class=\"summary\">{run.Summary}</p>\n");
        if (run.Source is not null)
            html.Write($"<p class=\"source\">Source: {run.Source}</p>\n");
        foreach (Problem problem in Problem.Of(run))
            html.Write($"<p class=\"problem\">{problem.Message}</p>\n");
        WriteParameters(html, run);
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
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> parameters = ParameterValues.Of(run);
        if (parameters.IsEmpty)
            return;
        html.Write($"<h3>Parameters</h3>\n<dl class=\"facts\">\n");
        foreach ((string name, ImmutableArray<string> values) in parameters)
            html.Write($"<div><dt>{name}</dt><dd>{string.Join(", ", values)}</dd></div>\n");
        html.Write($"</dl>\n");
    }
}
