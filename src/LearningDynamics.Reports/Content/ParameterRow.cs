using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The values that the parameters of a run took.</summary>
internal static class ParameterValues
{
    /// <summary>Each parameter with its distinct values, in the order of the points.</summary>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Of(ExperimentRun run) =>
    [
        .. run.Points
            .SelectMany(point => point.Parameters)
            .GroupBy(setting => setting.Name, StringComparer.Ordinal)
            .Select(values => KeyValuePair.Create(
                values.Key,
                values.Select(setting => setting.Value.ToString()).Distinct(StringComparer.Ordinal).ToImmutableArray())),
    ];
}
