using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>The points at which an experiment is run.</summary>
public static class ParameterSweep
{
    /// <summary>
    /// Every combination of the swept parameters that are not fixed, the last declared one running fastest; or the points of a preset, each once.
    /// </summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="settings">The preset, the fixed parameters and the seed.</param>
    /// <exception cref="UsageException">The preset or a fixed parameter does not exist, or its value is outside its domain.</exception>
    public static ImmutableArray<ParameterSet> Points(ExperimentDescriptor experiment, RunSettings settings)
    {
        ParameterSet start = experiment.Defaults;
        foreach ((string name, string text) in settings.Overrides)
            start = start.With(name, text);
        if (settings.Seed is { } seed && experiment.Seed is { } parameter)
            start = start.With(parameter.Name, ParameterValue.Integer(seed));

        IEnumerable<IEnumerable<ParameterValues>> grids = settings.Preset is { } preset
            ? experiment.FindPreset(preset).Grids.Select(grid => grid.AsEnumerable())
            : [experiment.Parameters.Where(candidate => !candidate.Sweep.IsEmpty).Select(swept => new ParameterValues(swept.Name, swept.Sweep))];

        // Grids of a preset may differ in nothing but a parameter that is fixed.
        return [.. grids.SelectMany(grid => Grid(start, grid.Where(values => !IsFixed(experiment, values.Parameter, settings)))).DistinctBy(point => point.ToString(), StringComparer.Ordinal)];
    }

    private static IEnumerable<ParameterSet> Grid(ParameterSet start, IEnumerable<ParameterValues> grid) =>
        grid.Aggregate<ParameterValues, IEnumerable<ParameterSet>>([start], (points, swept) => points.SelectMany(_ => swept.Values, (point, value) => point.With(swept.Parameter, value)));

    private static bool IsFixed(ExperimentDescriptor experiment, string parameter, RunSettings settings) =>
        (settings.Seed is not null && IsSame(parameter, experiment.Seed?.Name))
        || settings.Overrides.Any(fixedValue => IsSame(parameter, fixedValue.Key));

    private static bool IsSame(string parameter, string? other) => string.Equals(parameter, other, StringComparison.OrdinalIgnoreCase);
}
