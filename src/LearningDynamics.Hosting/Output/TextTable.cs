using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>Builds tables whose cells are plain text: no name is ever read as markup.</summary>
internal static class TextTable
{
    /// <summary>A table with these headings. One that begins with a greater-than sign is of a column of numbers, set to the right.</summary>
    public static Table Create(params IEnumerable<string> headings)
    {
        var table = new Table { Border = new RuledBorder() };
        foreach (string heading in headings)
        {
            bool isNumber = heading.StartsWith('>');
            var column = new TableColumn(new Text(isNumber ? heading[1..] : heading, new Style(decoration: Decoration.Bold)))
            {
                Padding = new Padding(0, 0, 1, 0),
                Alignment = isNumber ? Justify.Right : Justify.Left,
            };
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void AddTexts(this Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));
}
