using System.Text;
using System.Text.RegularExpressions;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>A diagnostic at a place: its id and the text that it marks.</summary>
internal readonly record struct Mark(string Id, int Start, string Text)
{
    public override string ToString() => $"{Id} at {Start} on '{Text}'";
}

/// <summary>A source in which <c>{|LD2004:-1|}</c> says that the diagnostic LD2004 marks exactly <c>-1</c>.</summary>
internal sealed partial record Markup(string Source, IReadOnlyList<Mark> Marks)
{
    public static Markup Parse(string text)
    {
        var source = new StringBuilder();
        var marks = new List<Mark>();
        int end = 0;
        foreach (Match match in Marked().Matches(text))
        {
            source.Append(text, end, match.Index - end);
            marks.Add(new(match.Groups["id"].Value, source.Length, match.Groups["text"].Value));
            source.Append(match.Groups["text"].Value);
            end = match.Index + match.Length;
        }

        source.Append(text, end, text.Length - end);
        return new(source.ToString(), marks);
    }

    [GeneratedRegex(@"\{\|(?<id>LD[0-9]{4}):(?<text>.*?)\|\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
