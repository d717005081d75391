using System.Text.Json;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>Reads what <see cref="RunJsonWriter"/> wrote, so that earlier results can be shown again and compared with new ones.</summary>
public static class RunJsonReader
{
    /// <summary>Reads several runs with where and how they were made.</summary>
    /// <param name="utf8">A document of the schema <see cref="RunJsonWriter.ResultsSchema"/>.</param>
    /// <exception cref="UsageException">The document is damaged or of another schema; the message says which.</exception>
    public static ResultSet ReadResults(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            JsonElement root = document.RootElement;
            string? schema = root.GetProperty("schema").GetString();
            if (schema != RunJsonWriter.ResultsSchema)
                throw new UsageException($"The results are of the schema '{schema}'; this version reads '{RunJsonWriter.ResultsSchema}'.");
            return new(EnvironmentJson.Read(root.GetProperty("environment")), [.. root.GetProperty("runs").EnumerateArray().Select(ReadRun)]);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UsageException($"The results cannot be read: {failure.Message}", failure);
        }
    }

    private static ExperimentRun ReadRun(JsonElement json) => new()
    {
        Id = json.GetProperty("experiment").GetString()!,
        Source = json.GetProperty("source").GetString(),
        Summary = json.GetProperty("summary").GetString(),
        Preset = json.TryGetProperty("preset", out JsonElement preset) ? preset.GetString() : null,
        Parameters = [.. json.GetProperty("parameters").EnumerateArray().Select(ParameterJson.ReadMeaning)],
        Figures = FigureJson.Read(json),
        DeclaredChecks = json.GetProperty("declaredChecks").GetInt32(),
        IsComplete = json.GetProperty("complete").GetBoolean(),
        Points = [.. json.GetProperty("points").EnumerateArray().Select(ReadPoint)],
    };

    private static RunPoint ReadPoint(JsonElement json) => new()
    {
        Parameters = [.. json.GetProperty("parameters").EnumerateObject().Select(ParameterJson.ReadSetting)],
        Routes = [.. json.GetProperty("routes").EnumerateArray().Select(RouteJson.Read)],
        AbsentRoutes = [.. Optional(json, "absentRoutes").Select(route => RouteNames.Parse(route.GetString()!))],
        Checks = [.. json.GetProperty("checks").EnumerateArray().Select(VerdictJson.Read)],
        NotCompared = [.. Optional(json, "notCompared").Select(VerdictJson.ReadNotCompared)],
        Failures =
        [
            .. json.GetProperty("failures").EnumerateArray()
                .Select(failure => new RunFailure(failure.GetProperty("what").GetString()!, failure.GetProperty("message").GetString()!, failure.GetProperty("refused").GetBoolean())),
        ],
    };

    /// <summary>The items of a member that is left out where there are none.</summary>
    private static JsonElement.ArrayEnumerator Optional(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : default;
}
