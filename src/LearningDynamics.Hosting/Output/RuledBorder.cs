using Spectre.Console;
using Spectre.Console.Rendering;

namespace LearningDynamics.Hosting;

/// <summary>A table's border that is only a rule of hyphens below the headings: plain ASCII, the same on a terminal and in a file.</summary>
internal sealed class RuledBorder : TableBorder
{
    public override string GetPart(TableBorderPart part) => part switch
    {
        TableBorderPart.HeaderBottom => "-",
        TableBorderPart.HeaderTopLeft or TableBorderPart.HeaderLeft or TableBorderPart.HeaderBottomLeft or TableBorderPart.CellLeft => string.Empty,
        _ => " ",
    };
}
