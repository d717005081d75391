namespace LearningDynamics.Reports;

/// <summary>Comma-separated values as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>What ends a record.</summary>
    public const string LineEnd = "\r\n";

    /// <summary>Fields, separated by commas and quoted where they have to be, without a line end.</summary>
    public static string Fields(params IEnumerable<string> fields) => string.Join(',', fields.Select(Quote));

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
