using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Runs;

/// <summary>How to run an experiment: which point, which routes, at which times, with which trainer.</summary>
public sealed record RunSettings
{
    /// <summary>The preset whose points are run in place of the sweep, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>Parameters that are fixed, with their value as text. A fixed parameter is not swept, whatever the preset says.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Overrides { get; init; } = [];

    /// <summary>The seed, or null for the experiment's own. Experiments without a seed ignore it.</summary>
    public long? Seed { get; init; }

    /// <summary>The routes to answer; those that an experiment does not have are left out.</summary>
    public ImmutableArray<Route> Routes { get; init; } = [.. RouteNames.All];

    /// <summary>The times to evaluate at.</summary>
    public TimeGrid Grid { get; init; } = TimeGrid.Standard;

    /// <summary>Whether to judge the declared cross-checks.</summary>
    public bool Checks { get; init; } = true;

    /// <summary>The trainer of the trained route.</summary>
    public ITrainer Trainer { get; init; } = new ManagedTrainer();

    /// <summary>How many points of a sweep may run at once. The results do not depend on it.</summary>
    public int MaximumParallelism { get; init; } = Environment.ProcessorCount;
}
