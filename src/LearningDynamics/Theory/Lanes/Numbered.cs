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

    /// <summary>Refuses a time below 0.</summary>
    public static void RequireTime(double time, int index) => Require(time >= 0, "times", time, index, "is at least 0");

    /// <summary>Refuses what is no share of the data.</summary>
    public static void RequireFrequency(double frequency, int index) =>
        Require(frequency is > 0 and <= 1, "frequencies", frequency, index, "is a share of the data: above 0 and at most 1");

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
