using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The places of the figures that an experiment declares, and its declared tables.</summary>
internal static class DeclaredFiguresHtml
{
    public static void Write(HtmlWriter html, ExperimentRun run, PointLabels labels)
    {
        ImmutableArray<DeclaredFigure> figures = DeclaredFigure.Of(run);
        if (figures.IsEmpty)
            return;
        html.Write($"<h3>Figures</h3>\n<div class=\"figures\">\n");
        foreach (DeclaredFigure figure in figures)
        {
            if (figure.Missing() is { } reason)
                html.Write($"<p class=\"note wide\"><b>{figure.Figure.Title}</b> is not drawn. {reason}</p>\n");
            else if (figure.Figure.Kind == FigureKind.Table)
                WriteTable(html, figure, labels);
            else
                WriteFigure(html, figure);
        }

        html.Write($"</div>\n");
    }

    private static void WriteFigure(HtmlWriter html, DeclaredFigure figure) => html.Write($"""
        <figure>
        <figcaption><b>{figure.Figure.Title}</b> <span>{figure.Figure.Caption ?? string.Empty}</span></figcaption>
        <div class="plot declared" role="img" aria-label="{figure.Description} ({figure.Content})" data-kind="declared" data-figure="{figure.Index}" data-image="{figure.ImageName}"></div>
        </figure>

        """);

    private static void WriteTable(HtmlWriter html, DeclaredFigure figure, PointLabels labels)
    {
        FigureTable table = FigureTable.Of(figure, labels);
        html.Write($"<div class=\"scroll wide\"><table>\n<caption>{figure.Description}</caption>\n<thead><tr>");
        foreach (string header in table.Headers)
            html.Write($"<th scope=\"col\" class=\"number\">{header}</th>");
        html.Write($"</tr></thead>\n<tbody>\n");
        foreach (ImmutableArray<string> row in table.Rows)
        {
            html.Write($"<tr>");
            foreach (string cell in row)
                html.Write($"<td class=\"number\">{cell}</td>");
            html.Write($"</tr>\n");
        }

        html.Write($"</tbody>\n</table></div>\n");
    }
}
