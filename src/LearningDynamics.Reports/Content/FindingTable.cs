using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>Which findings a run has, and by which routes.</summary>
/// <param name="Names">The findings that any route gives at any point.</param>
/// <param name="Routes">The routes that give any.</param>
internal sealed record FindingTable(ImmutableArray<string> Names, ImmutableArray<Route> Routes)
{
    /// <summary>The findings of a run.</summary>
    public static FindingTable Of(ExperimentRun run)
    {
        ImmutableArray<RouteResult> results = [.. run.Points.SelectMany(point => point.Routes).Where(route => !route.Findings.IsEmpty)];
        return new(
            [.. results.SelectMany(route => route.Findings).Select(finding => finding.Name).Distinct(StringComparer.Ordinal)],
            [.. results.Select(route => route.Route).Distinct().Order()]);
    }

    /// <summary>The finding by a route at a point, or null where the route does not give it.</summary>
    public static FindingValue? Value(RunPoint point, Route route, string name) =>
        point.Routes.FirstOrDefault(result => result.Route == route)?.FindFinding(name)?.Value;

    /// <summary>The finding as text; a dash where there is none.</summary>
    public static string Text(RunPoint point, Route route, string name) => NumberText.Of(Value(point, route, name));
}
