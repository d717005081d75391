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
    public static IAnsiConsole CreateConsole(Surroundings surroundings, TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = isTerminal ? surroundings.TerminalAnsi : AnsiSupport.No,
            ColorSystem = isTerminal && surroundings.WantsColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        console.Profile.Width = surroundings.Width;
        return console;
    }

    /// <summary>A line of its own, in bold.</summary>
    public void Heading(string text) => Write(new Text(text + "\n", new Style(decoration: Decoration.Bold)));

    /// <summary>Prose, wrapped at the width.</summary>
    public void Paragraph(string text, int indent = 0) => Write(new Padder(new Text(text), new Padding(indent, 0, 0, 0)));

    /// <summary>A line that is never wrapped, such as a command to copy.</summary>
    public void Line(string text = "") => surroundings.Output.WriteLine(text);

    /// <summary>A table.</summary>
    public void Table(Table table) => Write(table);

    private void Write(IRenderable content)
    {
        if (surroundings.OutputIsTerminal && surroundings.WantsColor)
        {
            CreateConsole(surroundings, surroundings.Output, isTerminal: true).Write(content);
            return;
        }

        using var buffer = new StringWriter(CultureInfo.InvariantCulture);
        CreateConsole(surroundings, buffer, isTerminal: false).Write(content);
        foreach (string line in buffer.ToString().TrimEnd().Split('\n'))
            surroundings.Output.WriteLine(line.TrimEnd());
    }
}
