using System.Text.Json;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>Writes and reads the values and the meanings of parameters as JSON.</summary>
public static class ParameterJson
{
    /// <summary>Writes a value as a number, a boolean or a text.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter json, ParameterValue value)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (value.Kind)
        {
            case ParameterKind.Number:
                json.WriteNumberValue(value.AsNumber());
                break;
            case ParameterKind.Integer:
                json.WriteNumberValue(value.AsInteger());
                break;
            case ParameterKind.Flag:
                json.WriteBooleanValue(value.AsFlag());
                break;
            default:
                json.WriteStringValue(value.AsText());
                break;
        }
    }

    /// <summary>A number without a fraction is read as a whole number, for both are written the same; but only a double has a -0.</summary>
    internal static ParameterSetting ReadSetting(JsonProperty parameter) => new(
        parameter.Name,
        parameter.Value.ValueKind switch
        {
            JsonValueKind.Number when parameter.Value.TryGetInt64(out long integer) && parameter.Value.GetRawText() != "-0" => ParameterValue.Integer(integer),
            JsonValueKind.Number => ParameterValue.Number(parameter.Value.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => ParameterValue.Flag(parameter.Value.GetBoolean()),
            _ => ParameterValue.Text(parameter.Value.GetString()!),
        });

    internal static void WriteMeaning(Utf8JsonWriter json, ParameterMeaning parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("symbol", parameter.Symbol);
        json.WriteString("summary", parameter.Summary);
        json.WriteEndObject();
    }

    internal static ParameterMeaning ReadMeaning(JsonElement json) =>
        new(json.GetProperty("name").GetString()!, json.GetProperty("symbol").GetString(), json.GetProperty("summary").GetString());
}
