using System.Collections.Immutable;

namespace LearningDynamics.Reports;

/// <summary>A table in Markdown. Cells are plain text.</summary>
/// <param name="Headers">The column headers.</param>
internal sealed record MarkdownTable(params ImmutableArray<string> Headers)
{
    private readonly List<ImmutableArray<string>> rows = [];

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params ImmutableArray<string> cells) => rows.Add(cells);

    /// <summary>Writes the table with an empty line after it; nothing where it has no rows.</summary>
    public void Write(TextWriter output)
    {
        if (rows.Count == 0)
            return;
        WriteRow(output, Headers);
        output.Write($"|{string.Concat(Enumerable.Repeat(" --- |", Headers.Length))}\n");
        foreach (ImmutableArray<string> row in rows)
            WriteRow(output, row);
        output.Write('\n');
    }

    private static void WriteRow(TextWriter output, ImmutableArray<string> cells) =>
        output.Write($"| {string.Join(" | ", cells.Select(MarkdownText.Escape))} |\n");
}
