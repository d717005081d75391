namespace LearningDynamics.Generators.Models;

/// <summary>What a figure shows, and how, by the names of the library's enum.</summary>
internal enum FigureKind
{
    Curves,
    PhasePlane,
    Sweep,
    Table,
    Map,
    MapCurves,
    Scatter,
}

/// <summary>A declared figure.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it shows, and how.</param>
/// <param name="Names">What it shows.</param>
/// <param name="Settings">What else was set, each as <c>Name = value</c>.</param>
internal sealed record FigureModel(string Title, FigureKind Kind, EquatableArray<string> Names, EquatableArray<string> Settings);
