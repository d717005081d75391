using System.Globalization;

namespace LearningDynamics.Experiments;

/// <summary>The numbers that a parameter may take: an interval, open or closed on either side.</summary>
/// <param name="Lower">The lower end; negative infinity for none.</param>
/// <param name="IncludesLower">Whether the lower end itself is allowed.</param>
/// <param name="Upper">The upper end; positive infinity for none.</param>
/// <param name="IncludesUpper">Whether the upper end itself is allowed.</param>
public sealed record Domain(double Lower, bool IncludesLower, double Upper, bool IncludesUpper)
{
    /// <summary>Every finite number.</summary>
    public static Domain Everything { get; } = Of();

    /// <summary>The interval with these bounds, of which the tighter on each side holds.</summary>
    /// <param name="above">The value must be above this.</param>
    /// <param name="atLeast">The value must be at least this.</param>
    /// <param name="below">The value must be below this.</param>
    /// <param name="atMost">The value must be at most this.</param>
    public static Domain Of(
        double above = double.NegativeInfinity,
        double atLeast = double.NegativeInfinity,
        double below = double.PositiveInfinity,
        double atMost = double.PositiveInfinity) =>
        new(Math.Max(above, atLeast), atLeast > above, Math.Min(below, atMost), atMost < below);

    /// <summary>Whether the number is finite and inside.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(double value) =>
        double.IsFinite(value)
        && (value > Lower || (IncludesLower && value == Lower))
        && (value < Upper || (IncludesUpper && value == Upper));

    /// <summary>The end of the interval that is nearest to a number outside it, or null where that end is not itself allowed.</summary>
    /// <param name="value">A number outside.</param>
    public double? NearestEnd(double value)
    {
        if (value <= Lower)
            return IncludesLower ? Lower : null;
        return value >= Upper && IncludesUpper ? Upper : null;
    }

    /// <summary>The whole number inside the interval that is nearest to a number outside it, or null where there is none.</summary>
    /// <param name="value">A number outside.</param>
    public double? NearestInteger(double value)
    {
        double nearest = value <= Lower
            ? Math.Ceiling(Lower) + (IncludesLower || Lower != Math.Ceiling(Lower) ? 0 : 1)
            : Math.Floor(Upper) - (IncludesUpper || Upper != Math.Floor(Upper) ? 0 : 1);
        return !double.IsNaN(value) && Contains(nearest) ? nearest : null;
    }

    /// <summary>The interval in mathematical notation, such as <c>(0, 1]</c>.</summary>
    public override string ToString()
    {
        string lower = double.IsInfinity(Lower) ? "-inf" : Lower.ToString("R", CultureInfo.InvariantCulture);
        string upper = double.IsInfinity(Upper) ? "inf" : Upper.ToString("R", CultureInfo.InvariantCulture);
        return $"{(IncludesLower ? '[' : '(')}{lower}, {upper}{(IncludesUpper ? ']' : ')')}";
    }
}
