using System.Globalization;

namespace LearningDynamics.Experiments;

/// <summary>What kind of value a finding is.</summary>
public enum FindingKind
{
    /// <summary>It does not exist, such as the time of an event that never comes.</summary>
    Missing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A label.</summary>
    Label,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>The value of a finding: a number, a label, a flag, or nothing where it does not exist.</summary>
public readonly record struct FindingValue
{
    private readonly double number;
    private readonly string? label;

    private FindingValue(FindingKind kind, double number, string? label)
    {
        Kind = kind;
        this.number = number;
        this.label = label;
    }

    /// <summary>What kind of value it is.</summary>
    public FindingKind Kind { get; }

    /// <summary>The value that does not exist.</summary>
    public static FindingValue Missing => default;

    /// <summary>The number, or null where it is none.</summary>
    public double? AsNumber => Kind == FindingKind.Number ? number : null;

    /// <summary>The label, or null where it is none.</summary>
    public string? AsLabel => Kind == FindingKind.Label ? label : null;

    /// <summary>The flag, or null where it is none.</summary>
    public bool? AsFlag => Kind == FindingKind.Flag ? number != 0 : null;

    /// <summary>A number, or the missing value for null.</summary>
    /// <param name="value">A finite number or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number: a value that does not exist is null.</exception>
    public static FindingValue Of(double? value)
    {
        if (value is not { } number)
            return Missing;
        if (!double.IsFinite(number))
            throw new ArgumentOutOfRangeException(nameof(value), number, "A finding is a finite number; a value that does not exist is null.");
        return new(FindingKind.Number, number, null);
    }

    /// <summary>A label, or the missing value for null.</summary>
    /// <param name="value">Any text or null.</param>
    public static FindingValue Of(string? value) => value is null ? Missing : new(FindingKind.Label, 0, value);

    /// <summary>A flag, or the missing value for null.</summary>
    /// <param name="value">True, false or null.</param>
    public static FindingValue Of(bool? value) => value is { } flag ? new(FindingKind.Flag, flag ? 1 : 0, null) : Missing;

    /// <summary>The value as text in the invariant culture; a missing one is <c>none</c>.</summary>
    public override string ToString() => Kind switch
    {
        FindingKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        FindingKind.Label => label!,
        FindingKind.Flag => number != 0 ? "true" : "false",
        _ => "none",
    };
}
