using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>What an experiment's declared figures show, and its declared tables.</summary>
internal static class MarkdownFigures
{
    public static void Write(TextWriter output, ExperimentRun run, PointLabels labels)
    {
        ImmutableArray<DeclaredFigure> figures = DeclaredFigure.Of(run);
        ImmutableArray<DeclaredFigure> pictures = [.. figures.Where(figure => figure.Figure.Kind != FigureKind.Table)];
        foreach (DeclaredFigure picture in pictures)
            output.Write($"- Figure in report.html: **{MarkdownText.Escape(picture.Figure.Title)}**, {MarkdownText.Escape(picture.Content)}. {MarkdownText.Escape(picture.Missing() ?? picture.Figure.Caption ?? string.Empty)}".TrimEnd() + "\n");
        if (!pictures.IsEmpty)
            output.Write('\n');
        foreach (DeclaredFigure table in figures.Except(pictures))
            WriteTable(output, table, labels);
    }

    private static void WriteTable(TextWriter output, DeclaredFigure figure, PointLabels labels)
    {
        output.Write($"**{MarkdownText.Escape(figure.Figure.Title)}**. {MarkdownText.Escape(figure.Missing() ?? figure.Figure.Caption ?? string.Empty)}".TrimEnd() + "\n\n");
        if (figure.Missing() is not null)
            return;
        FigureTable content = FigureTable.Of(figure, labels);
        var table = new MarkdownTable(content.Headers);
        foreach (ImmutableArray<string> row in content.Rows)
            table.Add(row);
        table.Write(output);
    }
}
