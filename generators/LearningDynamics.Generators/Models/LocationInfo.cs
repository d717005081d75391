using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LearningDynamics.Generators.Models;

/// <summary>A place in a source file that keeps no syntax tree alive.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The characters.</param>
/// <param name="Lines">The same as lines and columns.</param>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo? From(Location? location) => location?.SourceTree is { } tree
        ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
        : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
