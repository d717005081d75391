using System.Text.Json;
using LearningDynamics.Testing;

namespace VerifyTests;

/// <summary>Compares the text of a result with the verified one: numbers within a tolerance, everything else exactly. Texts of anything else must be the same.</summary>
internal static class SnapshotComparer
{
    public static CompareResult Compare(string received, string verified, SnapshotSettings settings)
    {
        if (!IsSnapshot(received) || !IsSnapshot(verified))
            return new(received == verified);
        IReadOnlyList<SnapshotDifference> differences = Snapshot.Compare(verified, received, settings);
        return differences.Count == 0 ? CompareResult.Equal : CompareResult.NotEqual(Snapshot.Describe(differences, settings));
    }

    private static bool IsSnapshot(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out JsonElement schema)
                && schema.ValueKind == JsonValueKind.String
                && schema.ValueEquals(Snapshot.Schema);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
