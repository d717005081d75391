using System.Text.Json;

namespace LearningDynamics.Runs;

/// <summary>Writes and reads where and how results were made.</summary>
internal static class EnvironmentJson
{
    /// <summary>Writes the fingerprint as the member <c>environment</c>.</summary>
    public static void Write(Utf8JsonWriter json, EnvironmentFingerprint environment)
    {
        json.WriteStartObject("environment");
        json.WriteString("processor", environment.Processor);
        json.WriteNumber("processorCount", environment.ProcessorCount);
        json.WriteNumber("vectorBits", environment.VectorBits);
        json.WriteString("runtime", environment.Runtime);
        json.WriteString("operatingSystem", environment.OperatingSystem);
        json.WriteStartObject("packages");
        foreach ((string name, string version) in environment.Packages)
            json.WriteString(name, version);
        json.WriteEndObject();
        json.WriteString("trainer", environment.Trainer);
        if (environment.Seed is { } seed)
            json.WriteNumber("seed", seed);
        else
            json.WriteNull("seed");
        json.WriteString("commandLine", environment.CommandLine);
        json.WriteEndObject();
    }

    /// <summary>Reads a fingerprint.</summary>
    public static EnvironmentFingerprint Read(JsonElement json) => new()
    {
        Processor = json.GetProperty("processor").GetString()!,
        ProcessorCount = json.GetProperty("processorCount").GetInt32(),
        VectorBits = json.GetProperty("vectorBits").GetInt32(),
        Runtime = json.GetProperty("runtime").GetString()!,
        OperatingSystem = json.GetProperty("operatingSystem").GetString()!,
        Packages = [.. json.GetProperty("packages").EnumerateObject().Select(package => KeyValuePair.Create(package.Name, package.Value.GetString()!))],
        Trainer = json.GetProperty("trainer").GetString()!,
        Seed = json.GetProperty("seed") is { ValueKind: JsonValueKind.Number } seed ? seed.GetInt64() : null,
        CommandLine = json.GetProperty("commandLine").GetString(),
    };
}
