using System.Collections.Immutable;
using System.Text.Json;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>Writes what is known of experiments without running them as JSON, in the schema <c>learning-dynamics/experiment/1</c>.</summary>
internal static class CatalogJson
{
    public const string Schema = "learning-dynamics/experiment/1";

    public static void Write(Utf8JsonWriter json, ExperimentDescriptor experiment)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("experiment", experiment.Id);
        json.WriteString("summary", experiment.Summary);
        json.WriteString("source", experiment.Source);
        json.WriteBoolean("long", experiment.IsLong);
        WriteTexts(json, "routes", experiment.Routes.Select(route => route.Name()));
        json.WriteStartArray("parameters");
        foreach (ParameterDescriptor parameter in experiment.Parameters)
            Write(json, parameter);
        json.WriteEndArray();
        json.WriteStartArray("presets");
        foreach (PresetDescriptor preset in experiment.Presets)
            Write(json, preset);
        json.WriteEndArray();
        WriteTexts(json, "observables", experiment.Observables);
        WriteTexts(json, "findings", experiment.Findings);
        json.WriteStartArray("crossChecks");
        foreach (CrossCheckDescriptor check in experiment.CrossChecks)
        {
            json.WriteStartObject();
            json.WriteString("left", check.Left.Name());
            json.WriteString("right", check.Right.Name());
            json.WriteString("kind", check.Kind.Name());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ParameterDescriptor parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("symbol", parameter.Symbol);
        json.WriteString("summary", parameter.Summary);
        json.WritePropertyName("default");
        ParameterJson.WriteValue(json, parameter.Default);
        if (parameter.Kind is ParameterKind.Number or ParameterKind.Integer)
            json.WriteString("domain", parameter.Domain.ToString());
        if (parameter.Kind == ParameterKind.Choice)
            WriteTexts(json, "choices", parameter.Choices);
        WriteValues(json, "sweep", parameter.Sweep);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PresetDescriptor preset)
    {
        json.WriteStartObject();
        json.WriteString("name", preset.Name);
        json.WriteStartArray("grids");
        foreach (ImmutableArray<ParameterValues> grid in preset.Grids)
        {
            json.WriteStartObject();
            foreach (ParameterValues swept in grid)
                WriteValues(json, swept.Parameter, swept.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, ImmutableArray<ParameterValue> values)
    {
        json.WriteStartArray(name);
        foreach (ParameterValue value in values)
            ParameterJson.WriteValue(json, value);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
