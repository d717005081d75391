using System.Text;

namespace LearningDynamics.Reports.Tests;

/// <summary>Reads CSV exactly as RFC 4180 writes it: lines end with CR LF, quotes inside a quoted field are doubled.</summary>
internal static class Csv
{
    public static List<List<string>> Parse(string text)
    {
        var rows = new List<List<string>> { new() };
        for (int index = 0; index < text.Length;)
        {
            rows[^1].Add(text[index] == '"' ? Quoted(text, ref index) : Plain(text, ref index));
            if (text[index] == ',')
            {
                index++;
                if (index == text.Length || text[index] == '\r')
                    rows[^1].Add(string.Empty);
                continue;
            }

            Assert.Equal("\r\n", text.Substring(index, 2));
            index += 2;
            if (index < text.Length)
                rows.Add([]);
        }

        return rows;
    }

    private static string Plain(string text, ref int index)
    {
        int start = index;
        index += text.AsSpan(index).IndexOfAny(',', '\r');
        return text[start..index];
    }

    private static string Quoted(string text, ref int index)
    {
        var field = new StringBuilder();
        for (index++; text[index] != '"' || text[index + 1] == '"'; index++)
        {
            if (text[index] == '"')
                index++;
            field.Append(text[index]);
        }

        index++;
        return field.ToString();
    }
}
