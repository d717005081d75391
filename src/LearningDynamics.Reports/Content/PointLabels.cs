using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>Names the points of a run by the parameters that differ between them.</summary>
internal sealed class PointLabels
{
    private PointLabels(ImmutableArray<string> swept) => Swept = swept;

    /// <summary>The parameters that take more than one value, in declaration order.</summary>
    public ImmutableArray<string> Swept { get; }

    /// <summary>Finds out which parameters differ.</summary>
    public static PointLabels Of(ExperimentRun run) => new(
    [
        .. run.Points
            .SelectMany(point => point.Parameters)
            .GroupBy(setting => setting.Name, StringComparer.Ordinal)
            .Where(values => values.Select(setting => setting.Value.ToString()).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(values => values.Key),
    ]);

    /// <summary>The point in words, such as <c>InputNorm = 0.5, Neurons = 16</c>; empty where nothing is swept.</summary>
    public string Label(RunPoint point) => string.Join(", ", Swept.Select(name => $"{name} = {Value(point, name)}"));

    /// <summary>Text followed by the point in brackets, or the text alone where nothing is swept.</summary>
    public string Append(string text, RunPoint point) => Swept.IsEmpty ? text : $"{text} [{Label(point)}]";

    /// <summary>The value of a parameter as text that reads back.</summary>
    public static string Value(RunPoint point, string name) =>
        point.Parameters.FirstOrDefault(setting => setting.Name == name)?.Value.ToString() ?? NumberText.Missing;
}
