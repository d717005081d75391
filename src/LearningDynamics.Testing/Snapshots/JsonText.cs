using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LearningDynamics.Testing;

/// <summary>JSON as it stands in a snapshot's file: indented, a list of plain values on one line, line feeds only, numbers digit by digit as given.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Layout =
        new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a document in which no object has two members of one name.</summary>
    /// <exception cref="JsonException">The text is no such document.</exception>
    public static JsonDocument Parse(string json) => JsonDocument.Parse(json, Strict);

    /// <summary>The text of a document, ending with a line feed.</summary>
    public static string Format(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            Write(json, root);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(IsNested):
                json.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    Write(json, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.Array:
                json.WriteRawValue($"[{string.Join(", ", element.EnumerateArray().Select(Plain))}]");
                break;
            default:
                json.WriteRawValue(Plain(element));
                break;
        }
    }

    private static bool IsNested(JsonElement element) => element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>A value that is neither an object nor a list.</summary>
    private static string Plain(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? $"\"{Layout.Encoder!.Encode(element.GetString()!)}\""
        : element.GetRawText();
}
