using System.Text.Json;

namespace LearningDynamics.Testing;

/// <summary>Finds every place at which one JSON document differs from another by more than a tolerance.</summary>
internal sealed class JsonComparison
{
    private const int LongestValue = 60;
    private readonly SnapshotSettings settings;
    private readonly List<SnapshotDifference> differences = [];

    private JsonComparison(SnapshotSettings settings)
    {
        this.settings = settings;
    }

    /// <summary>The differences, in the order of the documents; none where they are equal.</summary>
    public static IReadOnlyList<SnapshotDifference> Compare(JsonElement expected, JsonElement actual, SnapshotSettings settings)
    {
        var comparison = new JsonComparison(settings);
        comparison.Compare("$", expected, actual);
        return comparison.differences;
    }

    private void Compare(string path, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            Add(path, Describe(expected), Describe(actual));
            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareMembers(path, expected, actual);
                break;
            case JsonValueKind.Array:
                CompareItems(path, expected, actual);
                break;
            case JsonValueKind.Number:
                CompareNumbers(path, expected, actual);
                break;
            case JsonValueKind.String when expected.GetString() != actual.GetString():
                AddTexts(path, expected.GetRawText(), actual.GetRawText());
                break;
        }
    }

    private void CompareMembers(string path, JsonElement expected, JsonElement actual)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            string memberPath = MemberPath(path, member.Name);
            if (actual.TryGetProperty(member.Name, out JsonElement other))
                Compare(memberPath, member.Value, other);
            else
                Add(memberPath, Describe(member.Value), "(missing)");
        }

        foreach (JsonProperty member in actual.EnumerateObject().Where(member => !expected.TryGetProperty(member.Name, out _)))
            Add(MemberPath(path, member.Name), "(missing)", Describe(member.Value));

        string[] expectedOrder = CommonNames(expected, actual);
        string[] actualOrder = CommonNames(actual, expected);
        if (!expectedOrder.AsSpan().SequenceEqual(actualOrder))
            Add(path, $"(order {string.Join(", ", expectedOrder)})", $"(order {string.Join(", ", actualOrder)})");
    }

    private void CompareItems(string path, JsonElement expected, JsonElement actual)
    {
        int expectedLength = expected.GetArrayLength();
        int actualLength = actual.GetArrayLength();
        if (expectedLength != actualLength)
            Add(path, Describe(expected), Describe(actual));
        for (int index = 0; index < Math.Min(expectedLength, actualLength); index++)
            Compare($"{path}[{index}]", expected[index], actual[index]);
    }

    private void CompareNumbers(string path, JsonElement expected, JsonElement actual)
    {
        if (expected.GetRawText() == actual.GetRawText())
            return;
        double left = expected.GetDouble();
        double right = actual.GetDouble();
        double scale = Math.Max(Math.Abs(left), Math.Abs(right));
        (double relative, double absolute) = settings.ToleranceAt(path);

        // A number beyond the range of a double reads as infinite, and the rule would call it equal to everything.
        if (!double.IsFinite(scale))
            Add(path, expected.GetRawText(), actual.GetRawText());
        else if (!(Math.Abs(left - right) <= absolute + (relative * scale)))
            Add(path, expected.GetRawText(), actual.GetRawText(), Math.Abs((left / scale) - (right / scale)));
    }

    private void Add(string path, string expected, string actual, double? relativeDifference = null) =>
        differences.Add(new(path, expected, actual, relativeDifference));

    /// <summary>Long texts are cut so that the first letter that differs shows.</summary>
    private void AddTexts(string path, string expected, string actual)
    {
        int same = expected.AsSpan().CommonPrefixLength(actual);
        int start = same < LongestValue - 10 ? 0 : same - 10;
        Add(path, Excerpt(expected, start), Excerpt(actual, start));
    }

    private static string[] CommonNames(JsonElement element, JsonElement other) =>
        [.. element.EnumerateObject().Select(member => member.Name).Where(name => other.TryGetProperty(name, out _))];

    private static string MemberPath(string path, string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? $"{path}.{name}" : $"{path}['{name}']";

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"(object with {element.GetPropertyCount()} members)",
        JsonValueKind.Array => $"(list of {element.GetArrayLength()})",
        _ => Excerpt(element.GetRawText(), 0),
    };

    private static string Excerpt(string text, int start)
    {
        string rest = start == 0 ? text : "..." + text[start..];
        return rest.Length <= LongestValue ? rest : rest[..LongestValue] + "...";
    }
}
