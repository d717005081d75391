using System.Text;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes lines of C#, indented by the braces they are in.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
    }

    /// <summary>Writes lines one level deeper.</summary>
    public void Indented(Action write)
    {
        depth++;
        write();
        depth--;
    }

    /// <summary>Writes a head and, in braces below it, a body.</summary>
    /// <param name="head">The line before the braces.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="open">The opening brace or bracket.</param>
    /// <param name="close">The closing one, with what follows it.</param>
    public void Block(string head, Action write, string open = "{", string close = "}")
    {
        Line(head);
        Line(open);
        Indented(write);
        Line(close);
    }

    /// <summary>Writes a head and, in parentheses that close on the last line, its arguments.</summary>
    /// <param name="head">The line up to the opening parenthesis.</param>
    /// <param name="arguments">One line each.</param>
    /// <param name="end">What follows the closing parenthesis.</param>
    public void Call(string head, IReadOnlyList<string> arguments, string end)
    {
        Line(head + "(");
        Indented(() =>
        {
            for (int index = 0; index < arguments.Count; index++)
                Line(arguments[index] + (index == arguments.Count - 1 ? ")" + end : ","));
        });
    }

    public override string ToString() => text.ToString();
}
