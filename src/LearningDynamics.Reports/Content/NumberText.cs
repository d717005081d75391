using System.Globalization;
using LearningDynamics.Experiments;

namespace LearningDynamics.Reports;

/// <summary>Numbers for reading, in the invariant culture. Exact numbers are in the data files.</summary>
internal static class NumberText
{
    /// <summary>Stands where a value does not exist.</summary>
    public const string Missing = "–";

    /// <summary>A deviation, a bound or a ratio, to three digits.</summary>
    public static string Short(double? number) => number is { } value && double.IsFinite(value) ? Format(value, "G3") : Missing;

    /// <summary>A measured number, to nine digits.</summary>
    public static string Long(double? number) => number is { } value && double.IsFinite(value) ? Format(value, "G9") : Missing;

    /// <summary>A finding.</summary>
    public static string Of(FindingValue? value) => value switch
    {
        null or { Kind: FindingKind.Missing } => Missing,
        { AsNumber: { } number } => Long(number),
        { } other => other.ToString(),
    };

    /// <summary>A whole number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its noun, in the plural where that is right.</summary>
    public static string Count(int count, string noun, string? plural = null) => $"{Of(count)} {(count == 1 ? noun : plural ?? noun + "s")}";

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('E', 'e');
}
