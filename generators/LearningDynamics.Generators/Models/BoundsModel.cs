namespace LearningDynamics.Generators.Models;

/// <summary>The numbers that a parameter may take, by the same rules as the library's <c>Domain</c>.</summary>
/// <param name="Above">The value must be above this.</param>
/// <param name="AtLeast">The value must be at least this.</param>
/// <param name="Below">The value must be below this.</param>
/// <param name="AtMost">The value must be at most this.</param>
internal sealed record BoundsModel(double Above, double AtLeast, double Below, double AtMost)
{
    public static BoundsModel None { get; } = new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    private double Lower => Math.Max(Above, AtLeast);

    private double Upper => Math.Min(Below, AtMost);

    private bool IncludesLower => AtLeast > Above;

    private bool IncludesUpper => AtMost < Below;

    public bool Contains(double value) =>
        !double.IsNaN(value) && !double.IsInfinity(value)
        && (value > Lower || (IncludesLower && value == Lower))
        && (value < Upper || (IncludesUpper && value == Upper));

    /// <summary>Whether no number, or no whole number, is inside.</summary>
    /// <param name="wholeNumbers">Whether only whole numbers count.</param>
    public bool IsEmpty(bool wholeNumbers)
    {
        if (double.IsNaN(Lower) || double.IsNaN(Upper) || Lower > Upper || (Lower == Upper && !(IncludesLower && IncludesUpper)))
            return true;
        if (!wholeNumbers)
            return double.IsPositiveInfinity(Lower) || double.IsNegativeInfinity(Upper);
        double first = IncludesLower ? Math.Ceiling(Lower) : Math.Floor(Lower) + 1;
        double last = IncludesUpper ? Math.Floor(Upper) : Math.Ceiling(Upper) - 1;
        return first > last;
    }

    /// <summary>The end that is nearest to a value outside, or null where that end is not itself inside.</summary>
    /// <param name="value">A value outside.</param>
    public double? NearestEnd(double value)
    {
        if (value <= Lower)
            return IncludesLower && Contains(Lower) ? Lower : null;
        return value >= Upper && IncludesUpper && Contains(Upper) ? Upper : null;
    }

    public override string ToString()
    {
        string lower = double.IsInfinity(Lower) ? "-inf" : Literal.Round(Lower);
        string upper = double.IsInfinity(Upper) ? "inf" : Literal.Round(Upper);
        return $"{(IncludesLower ? '[' : '(')}{lower}, {upper}{(IncludesUpper ? ']' : ')')}";
    }
}
