using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>A parameter of a run with everything that a report shows of it.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Symbol">How papers write it; empty where that is not known.</param>
/// <param name="Values">Its distinct values, in the order of the points.</param>
/// <param name="Summary">What it means; empty where that is not known.</param>
internal sealed record ParameterRow(string Name, string Symbol, ImmutableArray<string> Values, string Summary)
{
    /// <summary>The parameters that a run's points have.</summary>
    public static ImmutableArray<ParameterRow> Of(ExperimentRun run) =>
    [
        .. run.Points
            .SelectMany(point => point.Parameters)
            .GroupBy(setting => setting.Name, setting => setting.Value.ToString(), StringComparer.Ordinal)
            .Select(values => Of(run.Parameters.FirstOrDefault(meaning => meaning.Name == values.Key), values)),
    ];

    private static ParameterRow Of(ParameterMeaning? meaning, IGrouping<string, string> values) =>
        new(values.Key, meaning?.Symbol ?? string.Empty, [.. values.Distinct(StringComparer.Ordinal)], meaning?.Summary ?? string.Empty);
}
