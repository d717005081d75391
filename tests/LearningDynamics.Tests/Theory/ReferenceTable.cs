using System.Globalization;

namespace LearningDynamics.Tests.Theory;

/// <summary>One table of tests/References: rows of numbers, and of lists of numbers separated by semicolons, by column name.</summary>
internal static class ReferenceTable
{
    public static IReadOnlyList<Row> Read(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "References", name));
        string[] header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => new Row(header, line))];
    }

    public sealed class Row(string[] header, string line)
    {
        private readonly string[] cells = line.Split(',');

        public double this[string column] => List(column).Single();

        public double[] List(string column) =>
            [.. cells[Array.IndexOf(header, column)].Split(';').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

        public override string ToString() => line;
    }
}
