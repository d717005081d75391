using System.Diagnostics.CodeAnalysis;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Refusals of one number of many.</summary>
internal static class Numbered
{
    /// <summary>Refuses the number if its domain is not met.</summary>
    public static void Require(bool isMet, string name, double value, int index, string domain)
    {
        if (!isMet)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Number {index} of {name} {domain}."));
    }

    /// <summary>Refuses a missing one of many.</summary>
    public static void RequireGiven([NotNull] object? value, string name, int index)
    {
        if (value is null)
            throw new ArgumentException(FormattableString.Invariant($"Number {index} of {name} is missing."), name);
    }

    /// <summary>Refuses spans of different lengths.</summary>
    public static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException(FormattableString.Invariant($"There are {expected} times and {length} {name}; they must be as many."), name);
    }

    /// <summary>Refuses spans that have not a row for each time.</summary>
    public static void RequireRows(int length, int times, int width, string name)
    {
        if (length != (long)times * width)
            throw new ArgumentException(FormattableString.Invariant($"There are {times} times and {length} {name}; they must be {width} for each time."), name);
    }
}
