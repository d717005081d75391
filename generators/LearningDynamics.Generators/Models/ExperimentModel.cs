namespace LearningDynamics.Generators.Models;

/// <summary>All that the emitted part of an experiment's class depends on.</summary>
internal sealed record ExperimentModel
{
    public required ClassModel Class { get; init; }

    public required string Id { get; init; }

    public required string? Summary { get; init; }

    public required string? Source { get; init; }

    public required bool IsLong { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required EquatableArray<PresetModel> Presets { get; init; }

    /// <summary>The property that says until which time to run, as code; null where nothing happens over time.</summary>
    public required string? Horizon { get; init; }

    public required RoutesModel Routes { get; init; }

    public required EquatableArray<CrossCheckModel> CrossChecks { get; init; }

    public required EquatableArray<FigureModel> Figures { get; init; }
}

/// <summary>The class, and what it is nested in.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="Containers">The types it is nested in, outermost first, each as <c>class Name</c>.</param>
/// <param name="Keyword">What it is: <c>class</c> or <c>record</c>.</param>
/// <param name="Name">Its name as code: escaped where it is a keyword.</param>
/// <param name="PlainName">Its name.</param>
/// <param name="QualifiedName">Its name from anywhere, as code.</param>
/// <param name="ScopedName">Its name from inside the emitted part, as code.</param>
/// <param name="HintName">The name of the emitted file.</param>
internal sealed record ClassModel(
    string? Namespace,
    EquatableArray<string> Containers,
    string Keyword,
    string Name,
    string PlainName,
    string QualifiedName,
    string ScopedName,
    string HintName);
