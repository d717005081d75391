using System.Globalization;
using LearningDynamics.Experiments;

namespace LearningDynamics.Reports;

/// <summary>Numbers for reading, in the invariant culture. Exact numbers are in the data files.</summary>
public static class NumberText
{
    /// <summary>Stands where a value does not exist.</summary>
    public const string Missing = "–";

    /// <summary>A deviation, a bound or a ratio, to three digits.</summary>
    /// <param name="number">The number, or null.</param>
    public static string Short(double? number) => number is { } value && double.IsFinite(value) ? Rounded(value, 3) : Missing;

    /// <summary>A measured number, to nine digits.</summary>
    /// <param name="number">The number, or null.</param>
    public static string Long(double? number) => number is { } value && double.IsFinite(value) ? Rounded(value, 9) : Missing;

    /// <summary>A number to some significant digits. A negative zero is shown as 0.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">How many digits.</param>
    public static string Rounded(double number, int digits) => (number == 0 ? 0 : number).ToString($"g{digits}", CultureInfo.InvariantCulture);

    /// <summary>A number and its spread, such as <c>0.713 ± 0.021</c>: the spread to two digits, the number as far as those reach.</summary>
    /// <param name="number">The number.</param>
    /// <param name="spread">Its spread.</param>
    public static string WithSpread(double number, double spread)
    {
        if (!double.IsFinite(number) || !double.IsFinite(spread) || spread <= 0)
            return $"{Long(number)} ± {Short(spread)}";
        double digits = number == 0 ? 1 : Math.Floor(Math.Log10(Math.Abs(number))) - Math.Floor(Math.Log10(spread)) + 2;
        return $"{Rounded(number, (int)Math.Clamp(digits, 1, 9))} ± {Rounded(spread, 2)}";
    }

    /// <summary>A finding; numbers to nine digits.</summary>
    /// <param name="value">The finding, or null where a route does not give it.</param>
    public static string Of(FindingValue? value) => value switch
    {
        null or { Kind: FindingKind.Missing } => Missing,
        { AsNumber: { } number } => Long(number),
        { } other => other.ToString(),
    };

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its noun, in the plural where that is right.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">Of what.</param>
    /// <param name="plural">Its plural; null for the noun with an s.</param>
    public static string Count(int count, string noun, string? plural = null) => $"{Of(count)} {(count == 1 ? noun : plural ?? noun + "s")}";
}
