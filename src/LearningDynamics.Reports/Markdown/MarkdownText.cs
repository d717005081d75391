using System.Text;

namespace LearningDynamics.Reports;

/// <summary>Plain text in Markdown, so that no name can format, link or break a table.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|~$&@!";

    /// <summary>The text on one line, with every character that Markdown or GitHub gives a meaning to escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsControl(character))
            {
                escaped.Append(' ');
                continue;
            }

            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
