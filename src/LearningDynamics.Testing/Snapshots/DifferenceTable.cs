using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace LearningDynamics.Testing;

/// <summary>The differences of two JSON documents as a table in plain text.</summary>
internal static class DifferenceTable
{
    /// <summary>How many differences are listed; further ones are counted.</summary>
    public const int MostListed = 20;

    private static readonly string[] Heading = ["path", "expected", "actual", "relative difference"];

    /// <summary>The table, with the number of differences and the tolerances above it.</summary>
    public static string Format(IReadOnlyList<SnapshotDifference> differences, SnapshotSettings settings)
    {
        string overridden = settings.Overrides.IsEmpty ? string.Empty : ", some paths overridden";
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"It differs in {differences.Count} {(differences.Count == 1 ? "place" : "places")} ")
            .Append(CultureInfo.InvariantCulture, $"(relative tolerance {settings.Relative:R}, absolute {settings.Absolute:R}{overridden}):\n\n");

        string[][] rows = [Heading, .. differences.Take(MostListed).Select(Row)];
        int[] widths = [.. Enumerable.Range(0, Heading.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            text.Append("  ").AppendJoin("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd().Append('\n');
        if (differences.Count > MostListed)
            text.Append(Remainder(differences));
        return text.ToString();
    }

    private static string[] Row(SnapshotDifference difference) =>
        [difference.Path, difference.Expected, difference.Actual, difference.RelativeDifference is { } relative ? Invariant($"{relative:0.0E+00}") : "-"];

    private static string Remainder(IReadOnlyList<SnapshotDifference> differences)
    {
        SnapshotDifference worst = differences.MaxBy(difference => difference.RelativeDifference ?? -1)!;
        string largest = worst.RelativeDifference is { } relative ? Invariant($" The largest relative difference is {relative:0.0E+00}, at {worst.Path}.") : string.Empty;
        return Invariant($"  ... and {differences.Count - MostListed} more.{largest}\n");
    }

    private static StringBuilder TrimEnd(this StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text;
    }
}
