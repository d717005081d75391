using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>Verdicts with their evidence.</summary>
internal static class VerdictHtml
{
    /// <summary>Writes whether something passed, as a sign and a word.</summary>
    public static void WriteBadge(HtmlWriter html, bool passed) =>
        html.Write($"<span class=\"badge {(passed ? "passed" : "failed")}\">{(passed ? "✓" : "✗")} {Headline.Verdict(passed)}</span>");

    /// <summary>Writes whether a run passed, or that it is only shown.</summary>
    public static void WriteBadge(HtmlWriter html, ExperimentRun run)
    {
        if (ResultSet.ShownBecause(run) is { } reason)
            html.Write($"<span class=\"badge\">{Headline.NotCompared}: {reason}</span>");
        else
            WriteBadge(html, Problem.Passes(run));
    }

    /// <summary>Writes whether something passed, as a sign that is read out as a word.</summary>
    public static void WriteMark(HtmlWriter html, bool passed) =>
        html.Write($"<span class=\"mark {(passed ? "passed" : "failed")}\" role=\"img\" aria-label=\"{Headline.Verdict(passed)}\">{(passed ? "✓" : "✗")}</span>");

    /// <summary>Writes the verdicts of a point, those of one cross-check together.</summary>
    public static void WriteTable(HtmlWriter html, RunPoint point)
    {
        if (point.Checks.IsEmpty && point.NotCompared.IsEmpty)
            return;
        html.Write($"""
            <div class="scroll"><table class="verdicts">
            <caption>Verdicts of the cross-checks, with their evidence</caption>
            <thead><tr><th scope="col">Quantity</th><th scope="col" class="number">Deviation</th><th scope="col" class="number">Bound</th><th scope="col">Verdict</th><th scope="col">Evidence</th></tr></thead>

            """);
        foreach (CheckOutcome check in CheckOutcome.Of(point))
        {
            html.Write($"<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"5\">{check.Name}</th></tr>\n");
            foreach (Verdict verdict in check.Verdicts)
                WriteRow(html, verdict);
            html.Write($"</tbody>\n");
        }

        foreach (NotCompared skipped in point.NotCompared)
            html.Write($"<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"5\">{skipped.Check.ToString()}</th></tr>\n<tr class=\"skipped\"><td colspan=\"3\"></td><td>{Headline.NotCompared}</td><td>{skipped.Reason}</td></tr>\n</tbody>\n");
        html.Write($"</table></div>\n");
    }

    private static void WriteRow(HtmlWriter html, Verdict verdict)
    {
        html.Write($"<tr><th scope=\"row\">{QuantityText.Of(verdict)}</th><td class=\"number\">{NumberText.Short(verdict.Deviation)}</td><td class=\"number\">{NumberText.Short(verdict.Bound)}</td><td>");
        WriteBadge(html, verdict.Passed);
        html.WriteVerbatim(verdict.Passed ? "</td><td><details>" : "</td><td><details open>");
        html.Write($"<summary>{verdict.Explanation}</summary>\n<dl class=\"facts\">");
        foreach (Evidence evidence in verdict.Evidence)
            html.Write($"<div><dt>{evidence.Name}</dt><dd>{evidence.Text ?? NumberText.Long(evidence.Number)}</dd></div>");
        html.Write($"</dl></details></td></tr>\n");
    }
}
