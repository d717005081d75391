using System.Text;
using System.Text.Json;
using LearningDynamics.Runs;

namespace LearningDynamics.Tests.Runs;

/// <summary>The JSON text of runs.</summary>
internal static class RunText
{
    public static string Of(ExperimentRun run) => Write(json => RunJsonWriter.Write(json, run));

    public static string Of(ResultSet results) => Write(json => RunJsonWriter.Write(json, results));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
