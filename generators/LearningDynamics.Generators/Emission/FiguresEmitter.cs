using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes the declared figures into the descriptor.</summary>
internal static class FiguresEmitter
{
    public static void Write(SourceWriter writer, EquatableArray<FigureModel> figures)
    {
        if (figures.Count == 0)
            return;
        writer.Block("Figures =", () =>
        {
            foreach (FigureModel figure in figures)
                writer.Line($"{Figure(figure)}{Settings(figure)},");
        }, open: "[", close: "],");
    }

    private static string Figure(FigureModel figure) =>
        $"new({Literal.Of(figure.Title)}, {LibraryNames.Experiments}FigureKind.{figure.Kind}, [{string.Join(", ", figure.Names.Select(Literal.Of))}])";

    private static string Settings(FigureModel figure) => figure.Settings.Count == 0 ? string.Empty : $" {{ {string.Join(", ", figure.Settings)} }}";
}
