using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing;

/// <summary>
/// What a snapshot of a run holds: what it asked and answered. Left out is what changes without the answer changing: prose, the work
/// done, the machine, and how far routes are apart, which is their rounding.
/// </summary>
internal static class SnapshotContent
{
    /// <summary>The schema of a snapshot.</summary>
    public const string Schema = "learning-dynamics/snapshot/1";

    /// <summary>How many times of a trajectory a snapshot holds at most, the first and the last among them.</summary>
    public const int Times = 11;

    private static readonly string[] OfRun = ["experiment", "declaredChecks", "complete", "points"];
    private static readonly string[] OfPoint = ["parameters", "routes", "checks", "failures"];
    private static readonly string[] OfRoute = ["route", "times", "observables", "findings", "maps", "eventTimes"];
    private static readonly string[] OfTrajectory = ["times", "observables"];
    private static readonly string[] OfCheck = ["left", "right", "kind", "passed", "observable", "finding", "map"];
    private static readonly string[] OfFailure = ["what"];

    /// <summary>The content of one run.</summary>
    /// <exception cref="ArgumentException">The run has no points.</exception>
    public static string Of(ExperimentRun run)
    {
        JsonObject content = Content(run);
        content.Insert(0, "schema", Schema);
        return Text(content);
    }

    /// <summary>The content of several runs.</summary>
    /// <exception cref="ArgumentException">There are no runs, or one has no points.</exception>
    public static string Of(ResultSet results)
    {
        if (results.Runs.IsEmpty)
            throw new ArgumentException("The results hold no run: a snapshot of nothing would always match.", nameof(results));
        return Text(new()
        {
            ["schema"] = Schema,
            ["passed"] = results.Passed,
            ["runs"] = new JsonArray([.. results.Runs.Select(Content)]),
        });
    }

    /// <summary>The content of one verdict.</summary>
    public static string Of(Verdict verdict) => Part(new() { Parameters = [], Checks = [verdict] }, "checks", OfCheck);

    /// <summary>The content of one trajectory.</summary>
    /// <exception cref="ArgumentException">The trajectory has no times.</exception>
    public static string Of(Trajectory trajectory) => trajectory.Times.IsEmpty
        ? throw new ArgumentException("The trajectory has no times: a snapshot of nothing would always match.", nameof(trajectory))
        : Part(new() { Parameters = [], Routes = [new() { Route = default, Trajectory = trajectory }] }, "routes", OfTrajectory);

    /// <summary>The only item of a list at a point, as it stands in the snapshot of a run.</summary>
    private static string Part(RunPoint point, string member, string[] names)
    {
        JsonObject run = Content(new() { Id = string.Empty, DeclaredChecks = 0, Points = [point] });
        JsonObject part = Objects(Objects(run, "points").Single(), member).Single().DeepClone().AsObject();
        Keep(part, names);
        part.Insert(0, "schema", Schema);
        return Text(part);
    }

    private static JsonObject Content(ExperimentRun run)
    {
        if (run.Points.IsEmpty)
            throw new ArgumentException($"The run of {run.Id} has no points: a snapshot of nothing would always match.", nameof(run));
        JsonObject content = Json(run with { Points = [.. run.Points.Select(Thinned)] });
        Keep(content, OfRun);
        foreach (JsonObject point in Objects(content, "points"))
        {
            Keep(point, OfPoint);
            foreach ((string member, string[] names) in new[] { ("routes", OfRoute), ("checks", OfCheck), ("failures", OfFailure) })
            {
                foreach (JsonObject item in Objects(point, member))
                    Keep(item, names);
            }
        }

        return content;
    }

    private static RunPoint Thinned(RunPoint point) =>
        point with { Routes = [.. point.Routes.Select(route => route with { Trajectory = Thinned(route.Trajectory) })] };

    private static Trajectory Thinned(Trajectory trajectory)
    {
        int count = trajectory.Times.Length;
        if (count <= Times)
            return trajectory;
        int[] kept = [.. Enumerable.Range(0, Times).Select(index => index * (count - 1) / (Times - 1))];
        return new(Select(trajectory.Times), [.. trajectory.Observables.Select(series => series with { Values = Select(series.Values) })]);

        ImmutableArray<double> Select(ImmutableArray<double> values) => [.. kept.Select(index => values[index])];
    }

    private static JsonObject Json(ExperimentRun run)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            RunJsonWriter.Write(json, run);
        return JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
    }

    private static IEnumerable<JsonObject> Objects(JsonObject parent, string member) => parent[member]!.AsArray().OfType<JsonObject>();

    private static void Keep(JsonObject json, string[] names)
    {
        foreach (string name in json.Select(member => member.Key).Where(name => !names.Contains(name, StringComparer.Ordinal)).ToArray())
            json.Remove(name);
    }

    private static string Text(JsonObject content)
    {
        using JsonDocument document = JsonText.Parse(content.ToJsonString());
        return JsonText.Format(document.RootElement);
    }
}
