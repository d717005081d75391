using System.Collections.Immutable;
using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>
/// The observables over time as one tidy table, a row for each value: experiment, point (from 1), a column for each parameter of any experiment, route, observable, time, value. A
/// parameter that an experiment does not have is empty. Quoted as RFC 4180 says; numbers read back to the same double.
/// </summary>
public static class CurvesCsv
{
    private static readonly ImmutableArray<string> FixedColumns = ["experiment", "point", "route", "observable", "time", "value"];

    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="results">The results.</param>
    public static void Write(TextWriter output, ResultSet results)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(results);
        ImmutableArray<string> parameters =
            [.. results.Runs.SelectMany(run => run.Points).SelectMany(point => point.Parameters).Select(setting => setting.Name).Distinct(StringComparer.Ordinal)];
        output.Write(CsvText.Fields(["experiment", "point", .. parameters.Select(Column), "route", "observable", "time", "value"]) + CsvText.LineEnd);
        foreach (ExperimentRun run in results.Runs)
        {
            for (int index = 0; index < run.Points.Length; index++)
                WritePoint(output, run, index, parameters);
        }
    }

    /// <summary>A parameter's column is named after it, unless a fixed column has that name in any case.</summary>
    private static string Column(string parameter) =>
        FixedColumns.Contains(parameter, StringComparer.OrdinalIgnoreCase) ? $"parameters.{parameter}" : parameter;

    private static void WritePoint(TextWriter output, ExperimentRun run, int index, ImmutableArray<string> parameters)
    {
        RunPoint point = run.Points[index];
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        ImmutableArray<string> values = [.. parameters.Select(name => point.Parameters.FirstOrDefault(setting => setting.Name == name)?.Value.ToString() ?? string.Empty)];
        foreach (RouteResult route in point.Routes)
        {
            foreach (ObservableSeries series in route.Trajectory.Observables)
            {
                string start = CsvText.Fields([run.Id, number, .. values, route.Route.Name(), series.Name]);
                foreach ((double time, double value) in route.Trajectory.Times.Zip(series.Values))
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"{start},{time:R},{value:R}{CsvText.LineEnd}"));
            }
        }
    }
}
