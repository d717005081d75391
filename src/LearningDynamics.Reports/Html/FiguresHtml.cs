using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>
/// The places of the figures that every experiment has: its observables, maps and findings. They are folded away where it declares figures of its own. The page's script draws each from the results; here stands
/// what is drawn.
/// </summary>
internal static class FiguresHtml
{
    public static void Write(HtmlWriter html, ExperimentRun run, PointLabels labels)
    {
        ImmutableArray<RouteResult> routes = [.. run.Points.SelectMany(point => point.Routes)];
        ImmutableArray<string> observables = Names(routes.SelectMany(route => route.Trajectory.Observables).Select(series => series.Name));
        ImmutableArray<string> lines = Names(Maps(routes, 1).Select(map => map.Name));
        ImmutableArray<(string Name, string Route)> planes = [.. routes.SelectMany(route => Maps([route], 2).Select(map => (map.Name, route.Route.Name()))).Distinct().GroupBy(plane => plane.Item1, StringComparer.Ordinal).SelectMany(sameMap => sameMap)];
        ImmutableArray<string> findings = SweptFindings(run, labels);
        if (observables.IsEmpty && lines.IsEmpty && planes.IsEmpty && findings.IsEmpty)
            return;

        bool isFolded = !run.Figures.IsEmpty;
        html.WriteVerbatim(isFolded ? "<details class=\"every\">\n<summary><h3>Every observable, map and finding by every route</h3></summary>\n" : "<h3>Figures</h3>\n");
        if (!observables.IsEmpty)
            html.Write($"<p class=\"note\">Observables over time t: above by every route, below the absolute deviation between routes, where it is not exactly 0. Dotted verticals are events.</p>\n");
        html.Write($"<div class=\"controls\" hidden></div>\n<div class=\"figures\">\n");
        foreach (string name in observables)
            WriteFigure(html, "curve", name, null, "over time");
        foreach (string name in lines)
            WriteFigure(html, "line", name, null, "map over one axis");
        foreach ((string name, string route) in planes)
            WriteFigure(html, "plane", name, route, "map over two axes, blank where there is no value");
        foreach (string name in findings)
            WriteFigure(html, "finding", name, null, $"over {labels.Swept[0]}");
        html.Write($"</div>\n");
        html.WriteVerbatim(isFolded ? "</details>\n" : string.Empty);
    }

    /// <summary>The findings that are numbers somewhere, where exactly one parameter is swept and that is a number: they can be drawn over it.</summary>
    private static ImmutableArray<string> SweptFindings(ExperimentRun run, PointLabels labels)
    {
        if (labels.Swept is not [string swept] || !run.Points.All(point => IsNumber(point, swept)))
            return [];
        return Names(run.Points.SelectMany(point => point.Routes).SelectMany(route => route.Findings).Where(finding => finding.Value.AsNumber is not null).Select(finding => finding.Name));
    }

    private static bool IsNumber(RunPoint point, string parameter) =>
        point.Parameters.FirstOrDefault(setting => setting.Name == parameter)?.Value.Kind is ParameterKind.Number or ParameterKind.Integer;

    private static IEnumerable<NamedMap> Maps(IEnumerable<RouteResult> routes, int axes) => routes.SelectMany(route => route.Maps).Where(map => map.Map.Axes.Length == axes);

    private static ImmutableArray<string> Names(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal)];

    private static void WriteFigure(HtmlWriter html, string kind, string name, string? route, string description)
    {
        string title = route is null ? name : $"{name}, {route}";
        html.Write($"""
            <figure>
            <figcaption><b>{title}</b> <span>{description}</span></figcaption>
            <div class="plot" role="img" aria-label="{title}, {description}" data-kind="{kind}" data-name="{name}" data-route="{route ?? string.Empty}"></div>
            </figure>

            """);
    }
}
