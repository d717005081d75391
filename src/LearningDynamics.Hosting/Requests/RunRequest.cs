using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting;

/// <summary>What <c>run</c> or <c>check</c> was asked for.</summary>
internal sealed record RunRequest
{
    /// <summary>The ids and patterns; empty for every experiment.</summary>
    public required ImmutableArray<string> Patterns { get; init; }

    /// <summary>The preset, or null for each experiment's sweep.</summary>
    public required string? Preset { get; init; }

    /// <summary>The parameters to fix, each for the experiments that have it.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>The routes.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>Whether the routes were asked for by name.</summary>
    public required bool NamesRoutes { get; init; }

    /// <summary>The trainer.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>The seed, or null for each experiment's own.</summary>
    public required long? Seed { get; init; }

    /// <summary>The times.</summary>
    public required TimeGrid Grid { get; init; }

    /// <summary>Where to write a report, or null.</summary>
    public required string? Directory { get; init; }

    /// <summary>How to show the results.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>Whether patterns take long experiments too.</summary>
    public required bool IncludesLong { get; init; }

    /// <summary>The options that a command line needs besides the parameters to repeat one point.</summary>
    public required ImmutableArray<string> RepeatedOptions { get; init; }

    /// <summary>The settings of the runner for one experiment, with the parameters fixed that it has.</summary>
    public RunSettings For(ExperimentDescriptor experiment) => new()
    {
        Preset = Preset,
        Overrides = [.. Settings.Where(setting => Has(experiment, setting.Key))],
        Routes = Routes,
        Trainer = Trainer,
        Seed = Seed,
        Grid = Grid,
    };

    /// <summary>Whether an experiment has a parameter of that name, ignoring case.</summary>
    public static bool Has(ExperimentDescriptor experiment, string parameter) =>
        experiment.Parameters.Any(candidate => string.Equals(candidate.Name, parameter, StringComparison.OrdinalIgnoreCase));
}
