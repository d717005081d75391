using System.Text.Encodings.Web;
using System.Text.Json;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>
/// Writes runs as JSON, in the schemas <c>learning-dynamics/run/1</c> and <c>learning-dynamics/results/1</c>. Numbers read back to the same double; a value that
/// does not exist is null. The text depends on nothing but the data.
/// </summary>
public static class RunJsonWriter
{
    /// <summary>The schema of one run.</summary>
    public const string RunSchema = "learning-dynamics/run/1";

    /// <summary>The schema of several runs.</summary>
    public const string ResultsSchema = "learning-dynamics/results/1";

    /// <summary>Options for files and streams of their own: texts stay readable, as nothing but JSON is around them. Inside HTML the standard options are right.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one run with where and how it was made.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="run">The run.</param>
    /// <param name="environment">Where and how it was made; null to leave it out, as a snapshot must.</param>
    public static void Write(Utf8JsonWriter json, ExperimentRun run, EnvironmentFingerprint? environment = null)
    {
        json.WriteStartObject();
        json.WriteString("schema", RunSchema);
        WriteMembers(json, run);
        if (environment is not null)
            EnvironmentJson.Write(json, environment);
        json.WriteEndObject();
    }

    /// <summary>Writes several runs with where and how they were made.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="results">The runs.</param>
    public static void Write(Utf8JsonWriter json, ResultSet results)
    {
        json.WriteStartObject();
        json.WriteString("schema", ResultsSchema);
        json.WriteBoolean("passed", results.Passed);
        EnvironmentJson.Write(json, results.Environment);
        json.WriteStartArray("runs");
        foreach (ExperimentRun run in results.Runs)
        {
            json.WriteStartObject();
            WriteMembers(json, run);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, ExperimentRun run)
    {
        json.WriteString("experiment", run.Id);
        json.WriteString("source", run.Source);
        json.WriteString("summary", run.Summary);
        if (run.Preset is not null)
            json.WriteString("preset", run.Preset);
        json.WriteStartArray("parameters");
        foreach (ParameterMeaning parameter in run.Parameters)
            ParameterJson.WriteMeaning(json, parameter);
        json.WriteEndArray();
        FigureJson.Write(json, run.Figures);
        json.WriteNumber("declaredChecks", run.DeclaredChecks);
        json.WriteBoolean("complete", run.IsComplete);
        json.WriteStartArray("points");
        foreach (RunPoint point in run.Points)
            Write(json, point);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RunPoint point)
    {
        json.WriteStartObject();
        json.WriteStartObject("parameters");
        foreach (ParameterSetting setting in point.Parameters)
        {
            json.WritePropertyName(setting.Name);
            ParameterJson.WriteValue(json, setting.Value);
        }

        json.WriteEndObject();
        json.WriteStartArray("routes");
        foreach (RouteResult route in point.Routes)
            RouteJson.Write(json, route);
        json.WriteEndArray();

        json.WriteStartArray("checks");
        foreach (Verdict verdict in point.Checks)
            VerdictJson.Write(json, verdict);
        json.WriteEndArray();
        WriteAbsent(json, point);

        json.WriteStartArray("failures");
        foreach (RunFailure failure in point.Failures)
        {
            json.WriteStartObject();
            json.WriteString("what", failure.What);
            json.WriteString("message", failure.Message);
            json.WriteBoolean("refused", failure.IsRefusal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes which routes do not answer at a point and what they keep from being judged; nothing where all answer.</summary>
    private static void WriteAbsent(Utf8JsonWriter json, RunPoint point)
    {
        if (!point.AbsentRoutes.IsEmpty)
        {
            json.WriteStartArray("absentRoutes");
            foreach (Route route in point.AbsentRoutes)
                json.WriteStringValue(route.Name());
            json.WriteEndArray();
        }

        if (!point.NotCompared.IsEmpty)
        {
            json.WriteStartArray("notCompared");
            foreach (NotCompared skipped in point.NotCompared)
                VerdictJson.Write(json, skipped);
            json.WriteEndArray();
        }
    }
}
