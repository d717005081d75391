using System.Globalization;

namespace LearningDynamics.Experiments;

/// <summary>What type of value a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>A double.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of a fixed list of names.</summary>
    Choice,
}

/// <summary>The value of one parameter: a number, a whole number, a flag, a text or a choice.</summary>
public readonly record struct ParameterValue
{
    private readonly double number;
    private readonly long integer;
    private readonly string? text;

    private ParameterValue(ParameterKind kind, double number, long integer, string? text)
    {
        Kind = kind;
        this.number = number;
        this.integer = integer;
        this.text = text;
    }

    /// <summary>The type of the value.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The value as a double.</summary>
    /// <exception cref="InvalidOperationException">It is neither a number nor a whole number.</exception>
    public double AsNumber() => Kind switch
    {
        ParameterKind.Number => number,
        ParameterKind.Integer => integer,
        _ => throw Mismatch("a number"),
    };

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="InvalidOperationException">It is not one.</exception>
    public long AsInteger() => Kind == ParameterKind.Integer ? integer : throw Mismatch("a whole number");

    /// <summary>The value as a flag.</summary>
    /// <exception cref="InvalidOperationException">It is not one.</exception>
    public bool AsFlag() => Kind == ParameterKind.Flag ? integer != 0 : throw Mismatch("a flag");

    /// <summary>The text, or the name of the choice.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public string AsText() => Kind is ParameterKind.Text or ParameterKind.Choice ? text! : throw Mismatch("a text");

    /// <summary>The choice as the enum it came from.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <exception cref="InvalidOperationException">It is no choice.</exception>
    public TEnum AsChoice<TEnum>()
        where TEnum : struct, Enum => Enum.Parse<TEnum>(AsText());

    /// <summary>A number.</summary>
    /// <param name="value">Any double.</param>
    public static ParameterValue Number(double value) => new(ParameterKind.Number, value, 0, null);

    /// <summary>A whole number.</summary>
    /// <param name="value">Any whole number.</param>
    public static ParameterValue Integer(long value) => new(ParameterKind.Integer, 0, value, null);

    /// <summary>A flag.</summary>
    /// <param name="value">True or false.</param>
    public static ParameterValue Flag(bool value) => new(ParameterKind.Flag, 0, value ? 1 : 0, null);

    /// <summary>A text.</summary>
    /// <param name="value">Any text.</param>
    public static ParameterValue Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(ParameterKind.Text, 0, 0, value);
    }

    /// <summary>A choice.</summary>
    /// <param name="value">A member of an enum.</param>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public static ParameterValue Choice<TEnum>(TEnum value)
        where TEnum : struct, Enum => Choice(value.ToString());

    /// <summary>A choice by its name.</summary>
    /// <param name="name">The name of a member of an enum.</param>
    public static ParameterValue Choice(string name) => new(ParameterKind.Choice, 0, 0, name);

    /// <summary>The value as text that reads back to the same value, in the invariant culture.</summary>
    public override string ToString() => Kind switch
    {
        ParameterKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        ParameterKind.Integer => integer.ToString(CultureInfo.InvariantCulture),
        ParameterKind.Flag => integer != 0 ? "true" : "false",
        _ => text ?? string.Empty,
    };

    private InvalidOperationException Mismatch(string wanted) => new($"The value '{this}' is of kind {Kind}, not {wanted}.");
}
