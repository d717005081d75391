using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Reports;
using LearningDynamics.Runs;
using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>Shows a run for reading: at each point the observables of each route at about ten times, and the findings of all routes side by side.</summary>
internal sealed class RunPage(TextPage page)
{
    private const int ShownTimes = 11;

    private const int ShownDigits = 6;

    /// <summary>The width of a number: a sign, six digits with a point, and an exponent.</summary>
    private const int NumberWidth = 13;

    public void Write(ExperimentRun run)
    {
        page.Heading(run.Id);
        if (run.Summary is { } summary)
            page.Paragraph(summary);
        if (run.Preset is { } preset)
            page.Paragraph($"Preset: {preset}");
        foreach (RunPoint point in run.Points)
        {
            page.Line();
            if (!point.Parameters.IsEmpty)
                page.Paragraph(Reproduction.Settings(point));
            foreach (RouteResult route in point.Routes)
                WriteRoute(route);
            foreach (Route route in point.AbsentRoutes)
            {
                page.Line();
                page.Heading($"{route.Name()}: does not answer at this point");
            }

            WriteFindings(point.Routes);
            if (point.Checks.IsEmpty && !point.NotCompared.IsEmpty)
                page.Paragraph("Nothing could be compared at this point.");
        }
    }

    private static string Work(RouteResult route) => route.Work.IsEmpty
        ? string.Empty
        : $" ({string.Join(", ", route.Work.Select(work => $"{NumberText.Of(work.Count)} {Words(work.Name)}"))})";

    /// <summary>A name in camel case, such as <c>acceptedSteps</c>, as words.</summary>
    private static string Words(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>Indices of about ten rows, equally spaced, with the first and the last.</summary>
    private static IEnumerable<int> Shown(int rows)
    {
        int count = Math.Min(rows, ShownTimes);
        return Enumerable.Range(0, count).Select(index => count == 1 ? 0 : (int)((long)index * (rows - 1) / (count - 1)));
    }

    /// <summary>How many observables stand in one table without a heading or a number being broken.</summary>
    private int ColumnsBesideTime(Trajectory trajectory)
    {
        int widest = trajectory.Observables.Select(series => series.Name.Length).Append(NumberWidth).Max() + 2;
        return Math.Max(1, (page.Width - NumberWidth - 2) / widest);
    }

    private void WriteRoute(RouteResult route)
    {
        page.Line();
        page.Heading(route.Route.Name() + Work(route));
        foreach (ObservableSeries[] block in route.Trajectory.Observables.Chunk(ColumnsBesideTime(route.Trajectory)))
        {
            Table table = TextTable.Create([">t", .. block.Select(series => ">" + series.Name)]);
            foreach (int index in Shown(route.Trajectory.Times.Length))
                table.AddTexts([NumberText.Rounded(route.Trajectory.Times[index], ShownDigits), .. block.Select(series => NumberText.Rounded(series.Values[index], ShownDigits))]);
            page.Table(table);
        }

        foreach (NamedMap map in route.Maps)
            page.Paragraph($"map {map.Name}: {string.Join(" x ", map.Map.Axes.Select(axis => $"{axis.Name} ({NumberText.Of(axis.Values.Length)})"))}");
    }

    private void WriteFindings(ImmutableArray<RouteResult> routes)
    {
        string[] names = [.. routes.SelectMany(route => route.Findings).Select(finding => finding.Name).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0)
            return;
        Table table = TextTable.Create(["finding", .. routes.Select(route => route.Route.Name())]);
        foreach (string name in names)
            table.AddTexts([name, .. routes.Select(route => Shown(route.FindFinding(name)))]);
        page.Line();
        page.Table(table);
    }

    /// <summary>A dash where the route does not give the finding; <c>none</c> where it says that there is no such value.</summary>
    private static string Shown(Finding? finding) => finding switch
    {
        null => "-",
        { Value.AsNumber: { } number } => NumberText.Rounded(number, 9),
        _ => finding.Value.ToString(),
    };
}
