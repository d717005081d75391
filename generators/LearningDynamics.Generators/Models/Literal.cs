using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningDynamics.Generators.Models;

/// <summary>Writes values as C#, so that they read back to the same value under any culture.</summary>
internal static class Literal
{
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        string text = Round(value);
        return value == 0 && 1 / value < 0 ? "-0.0" : text;
    }

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The shortest text that reads back to the same finite double, such as <c>0.5</c>, <c>20</c> or <c>1e-9</c>.</summary>
    /// <param name="value">A finite double.</param>
    public static string Round(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);

        // .NET Framework, in which an editor may run this, has rare doubles for which "R" does not round-trip.
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        return text.Replace("E+", "e").Replace("E-0", "e-").Replace("E", "e");
    }
}
