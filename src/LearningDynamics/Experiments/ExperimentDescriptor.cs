using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>Everything that is known of an experiment without running it, and how to bind it to a point of its parameters.</summary>
public sealed record ExperimentDescriptor
{
    /// <summary>The name on the command line and in files.</summary>
    public required string Id { get; init; }

    /// <summary>The C# name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks, from the class's doc comment, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Where the result comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it takes minutes and runs only when asked for.</summary>
    public bool IsLong { get; init; }

    /// <summary>The parameters, in declaration order.</summary>
    public required ImmutableArray<ParameterDescriptor> Parameters { get; init; }

    /// <summary>The routes that answer it.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>The comparisons that it is judged by.</summary>
    public ImmutableArray<CrossCheckDescriptor> CrossChecks { get; init; } = [];

    /// <summary>The names of what is measured over time; a vector-valued one carries <c>[]</c>.</summary>
    public ImmutableArray<string> Observables { get; init; } = [];

    /// <summary>The names of what a whole run shows.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];

    /// <summary>Named points of the parameters.</summary>
    public ImmutableArray<PresetDescriptor> Presets { get; init; } = [];

    /// <summary>The figures that reports draw of it, in declaration order; where there are none, every observable over time.</summary>
    public ImmutableArray<FigureDescriptor> Figures { get; init; } = [];

    /// <summary>Binds the routes to a point.</summary>
    public required Func<ParameterSet, BoundExperiment> Bind { get; init; }

    /// <summary>The point at which every parameter has its default.</summary>
    public ParameterSet Defaults => ParameterSet.Defaults(Parameters);

    /// <summary>The parameter that seeds everything random, or null.</summary>
    public ParameterDescriptor? Seed => Parameters.FirstOrDefault(parameter => parameter.IsSeed);

    /// <summary>Whether there is a preset of that name.</summary>
    /// <param name="name">The name, ignoring case.</param>
    public bool HasPreset(string name) => Presets.Any(preset => IsNamed(preset, name));

    /// <summary>The preset of that name.</summary>
    /// <param name="name">The name, ignoring case.</param>
    /// <exception cref="UsageException">There is none; the message offers the nearest one.</exception>
    public PresetDescriptor FindPreset(string name) =>
        Presets.FirstOrDefault(preset => IsNamed(preset, name))
        ?? throw new UsageException($"{Id}: " + Nearest.Message("preset", name, Presets.Select(preset => preset.Name)));

    private static bool IsNamed(PresetDescriptor preset, string name) => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase);
}
