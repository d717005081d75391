using System.Globalization;
using System.Text;

namespace LearningDynamics.Testing;

/// <summary>Finds the first line at which one text differs from another.</summary>
internal static class TextComparison
{
    private const int LinesBefore = 3;
    private const int LinesShown = 3;

    /// <summary>The text with line feeds only, and one at its end.</summary>
    public static string Normalize(string text)
    {
        string lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return lines.EndsWith('\n') ? lines : lines + "\n";
    }

    /// <summary>The first differing line with its surroundings, or null where the texts are equal. Both must be normalized.</summary>
    public static string? FirstDifference(string expected, string actual)
    {
        if (expected == actual)
            return null;
        string[] expectedLines = Lines(expected);
        string[] actualLines = Lines(actual);
        int first = expectedLines.AsSpan().CommonPrefixLength(actualLines);
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"It differs first at line {first + 1}, column {Column(expectedLines, actualLines, first)} (- verified, + received):\n\n");
        for (int line = Math.Max(0, first - LinesBefore); line < first; line++)
            Append(text, ' ', line, expectedLines[line]);
        AppendFrom(text, '-', expectedLines, first);
        AppendFrom(text, '+', actualLines, first);
        return text.ToString();
    }

    /// <summary>A normalized text ends with a line feed; what is behind it is no line.</summary>
    private static string[] Lines(string text) => text.Split('\n')[..^1];

    private static int Column(string[] expected, string[] actual, int line) =>
        line < expected.Length && line < actual.Length ? expected[line].AsSpan().CommonPrefixLength(actual[line]) + 1 : 1;

    private static void AppendFrom(StringBuilder text, char sign, string[] lines, int first)
    {
        int end = Math.Min(lines.Length, first + LinesShown);
        for (int line = first; line < end; line++)
            Append(text, sign, line, lines[line]);
        if (end < first + LinesShown)
            text.Append("  ").Append(sign).Append(" (end of the text)\n");
    }

    private static void Append(StringBuilder text, char sign, int line, string content) =>
        text.Append(CultureInfo.InvariantCulture, $"  {sign} {line + 1,4}  {content}\n");
}
