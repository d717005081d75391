using LearningDynamics.Experiments;
using LearningDynamics.Reports;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>Says on standard error which of the routes that were asked for by name do not answer.</summary>
internal static class AbsenceLines
{
    /// <summary>Writes a line for each experiment and route.</summary>
    public static void Write(TextWriter error, ResultSet results)
    {
        foreach (ExperimentRun run in results.Runs)
        {
            foreach (Route route in run.Points.SelectMany(point => point.AbsentRoutes).Distinct())
                error.WriteLine($"{run.Id} at {Where(run, [.. run.Points.Where(point => point.AbsentRoutes.Contains(route))])}: the {route.Name()} route does not answer.");
        }
    }

    private static string Where(ExperimentRun run, RunPoint[] points) => points.Length == 1
        ? Reproduction.Settings(points[0])
        : $"{NumberText.Of(points.Length)} of {NumberText.Count(run.Points.Length, "point")}";
}
