using System.Text;
using System.Text.Json;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>Writes one JSON value and a line end on standard output.</summary>
internal static class JsonOutput
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, RunJsonWriter.Options))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    /// <summary>Writes one item as itself, and several as an array.</summary>
    public static void WriteAll<TItem>(TextWriter output, IReadOnlyList<TItem> items, Action<Utf8JsonWriter, TItem> write) => Write(output, json =>
    {
        if (items.Count != 1)
            json.WriteStartArray();
        foreach (TItem item in items)
            write(json, item);
        if (items.Count != 1)
            json.WriteEndArray();
    });
}
