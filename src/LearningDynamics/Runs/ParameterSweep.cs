using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>The points at which an experiment is run.</summary>
public static class ParameterSweep
{
    /// <summary>Every combination of the swept parameters that are not fixed, the last declared one running fastest.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="settings">The fixed parameters and the seed.</param>
    /// <exception cref="UsageException">A fixed parameter does not exist, or its value is outside its domain.</exception>
    public static ImmutableArray<ParameterSet> Points(ExperimentDescriptor experiment, RunSettings settings)
    {
        ParameterSet start = experiment.Defaults;
        foreach ((string name, string text) in settings.Overrides)
            start = start.With(name, text);
        if (settings.Seed is { } seed && experiment.Seed is { } parameter)
            start = start.With(parameter.Name, ParameterValue.Integer(seed));

        IEnumerable<ParameterSet> points = [start];
        foreach (ParameterDescriptor swept in experiment.Parameters.Where(candidate => !candidate.Sweep.IsEmpty && !IsFixed(candidate, settings)))
            points = points.SelectMany(point => swept.Sweep, (point, value) => point.With(swept.Name, value));
        return [.. points];
    }

    private static bool IsFixed(ParameterDescriptor parameter, RunSettings settings) =>
        (parameter.IsSeed && settings.Seed is not null)
        || settings.Overrides.Any(fixedValue => string.Equals(fixedValue.Key, parameter.Name, StringComparison.OrdinalIgnoreCase));
}
