using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>A declared table: a row for each point, a column for each parameter that varies and for each finding by each route, with its spread.</summary>
/// <param name="Headers">The column headers.</param>
/// <param name="Rows">The cells.</param>
internal sealed record FigureTable(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table of a figure of the kind <see cref="FigureKind.Table"/>.</summary>
    public static FigureTable Of(DeclaredFigure declared, PointLabels labels)
    {
        FindingTable findings = FindingTable.Of(declared.Run);
        (string Name, string? Spread, Route Route)[] columns =
        [
            .. from shown in declared.Figure.Names
               from name in findings.Names
               where DeclaredFigure.Means(shown, name)
               from route in findings.Routes
               where declared.Run.Points.Any(point => FindingTable.Value(point, route, name) is not null)
               select (name, declared.Spread(shown, name), route),
        ];
        bool areSeveralRoutes = columns.Select(column => column.Route).Distinct().Skip(1).Any();
        return new(
            [.. labels.Swept, .. columns.Select(column => areSeveralRoutes ? $"{column.Name} ({column.Route.Name()})" : column.Name)],
            [
                .. declared.Run.Points.Select(point => ImmutableArray.CreateRange(
                    labels.Swept.Select(parameter => PointLabels.Value(point, parameter)).Concat(columns.Select(column => Cell(point, column.Route, column.Name, column.Spread))))),
            ]);
    }

    private static string Cell(RunPoint point, Route route, string name, string? spread) =>
        spread is not null && FindingTable.Value(point, route, name)?.AsNumber is { } value && FindingTable.Value(point, route, spread)?.AsNumber is { } width
            ? NumberText.WithSpread(value, width)
            : FindingTable.Text(point, route, name);
}
