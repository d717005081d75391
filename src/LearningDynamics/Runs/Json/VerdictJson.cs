using System.Text.Json;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>Writes and reads the verdict on one quantity as JSON. The quantity stands under <c>observable</c>, <c>finding</c> or <c>map</c>.</summary>
internal static class VerdictJson
{
    private static readonly (QuantityKind Kind, string Name)[] QuantityNames =
        [(QuantityKind.Observable, "observable"), (QuantityKind.Finding, "finding"), (QuantityKind.Map, "map")];

    public static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        WriteCheck(json, verdict.Check);
        json.WriteBoolean("passed", verdict.Passed);
        foreach ((QuantityKind kind, string name) in QuantityNames)
        {
            if (verdict.QuantityKind == kind)
                json.WriteString(name, verdict.Quantity);
        }

        WriteNumber(json, "deviation", verdict.Deviation);
        WriteNumber(json, "bound", verdict.Bound);
        json.WriteString("explanation", verdict.Explanation);
        json.WriteStartObject("evidence");
        foreach (Evidence evidence in verdict.Evidence)
        {
            if (evidence.Text is not null)
                json.WriteString(evidence.Name, evidence.Text);
            else
                WriteNumber(json, evidence.Name, evidence.Number);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a cross-check that was not judged, with the reason.</summary>
    public static void Write(Utf8JsonWriter json, NotCompared skipped)
    {
        json.WriteStartObject();
        WriteCheck(json, skipped.Check);
        json.WriteString("reason", skipped.Reason);
        json.WriteEndObject();
    }

    public static NotCompared ReadNotCompared(JsonElement json) => new(ReadCheck(json), json.GetProperty("reason").GetString()!);

    public static Verdict Read(JsonElement json)
    {
        (QuantityKind kind, string? name) = QuantityNames.FirstOrDefault(quantity => json.TryGetProperty(quantity.Name, out _), (QuantityKind.Nothing, null!));
        return new()
        {
            Check = ReadCheck(json),
            QuantityKind = kind,
            Quantity = name is null ? string.Empty : json.GetProperty(name).GetString()!,
            Passed = json.GetProperty("passed").GetBoolean(),
            Deviation = ReadNumber(json.GetProperty("deviation")),
            Bound = ReadNumber(json.GetProperty("bound")),
            Explanation = json.GetProperty("explanation").GetString()!,
            Evidence = [.. json.GetProperty("evidence").EnumerateObject().Select(ReadEvidence)],
        };
    }

    private static void WriteCheck(Utf8JsonWriter json, CrossCheckDescriptor check)
    {
        json.WriteString("left", check.Left.Name());
        json.WriteString("right", check.Right.Name());
        json.WriteString("kind", check.Kind.Name());
    }

    private static CrossCheckDescriptor ReadCheck(JsonElement json) => new(
        RouteNames.Parse(json.GetProperty("left").GetString()!),
        RouteNames.Parse(json.GetProperty("right").GetString()!),
        CrossCheckKindNames.Parse(json.GetProperty("kind").GetString()!));

    private static Evidence ReadEvidence(JsonProperty evidence) => evidence.Value.ValueKind == JsonValueKind.String
        ? Evidence.InWords(evidence.Name, evidence.Value.GetString()!)
        : new(evidence.Name, ReadNumber(evidence.Value));

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        // A deviation may be infinite or undefined where a route went wrong; JSON has no such number, and it does not exist.
        if (number is { } value && double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static double? ReadNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : null;
}
