using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LearningDynamics.Hosting;

/// <summary>Text for a person on standard output: with colours on a terminal; else plain, of fixed width and without blanks at line ends.</summary>
internal sealed class TextPage
{
    /// <summary>From this width on, a table may have its longest cells on one line.</summary>
    private const int WideWidth = 110;

    private readonly Surroundings surroundings;

    public TextPage(Surroundings surroundings)
    {
        this.surroundings = surroundings;
    }

    /// <summary>How many characters a line has.</summary>
    public int Width => surroundings.Width;

    /// <summary>Whether lines are too short for the longest cells, so that they must be folded.</summary>
    public bool IsNarrow => Width < WideWidth;

    /// <summary>A console on one of the streams.</summary>
    public static IAnsiConsole CreateConsole(Surroundings surroundings, TextWriter writer, bool isTerminal, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = isTerminal ? surroundings.TerminalAnsi : AnsiSupport.No,
            ColorSystem = isTerminal && surroundings.WantsColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        return console;
    }

    /// <summary>A line of its own, in bold.</summary>
    public void Heading(string text) => Write(new Text(text, new Style(decoration: Decoration.Bold)));

    /// <summary>Prose, wrapped at the width.</summary>
    public void Paragraph(string text, int indent = 0) => Write(new Padder(new Text(text), new Padding(indent, 0, 0, 0)));

    /// <summary>A line that is never wrapped, such as a command to copy.</summary>
    public void Line(string text = "") => surroundings.Output.WriteLine(text);

    /// <summary>A table.</summary>
    public void Table(Table table) => Write(table);

    private void Write(IRenderable content)
    {
        using var buffer = new StringWriter(CultureInfo.InvariantCulture);
        CreateConsole(surroundings, buffer, surroundings.OutputIsTerminal && surroundings.WantsColor, Width).Write(content);
        // A table's border has lines of blanks around it; where a line is left empty is decided by the caller.
        string[] lines = [.. buffer.ToString().Split('\n').Select(line => line.TrimEnd())];
        int end = Array.FindLastIndex(lines, line => line.Length > 0) + 1;
        foreach (string line in lines.Take(end).SkipWhile(line => line.Length == 0))
            surroundings.Output.WriteLine(line);
    }
}
