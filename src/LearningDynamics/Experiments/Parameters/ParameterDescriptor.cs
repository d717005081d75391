using System.Collections.Immutable;
using System.Globalization;

namespace LearningDynamics.Experiments;

/// <summary>What is known of a parameter: its name, type, default, domain and sweep.</summary>
public sealed record ParameterDescriptor
{
    /// <summary>The C# name of the property.</summary>
    public required string Name { get; init; }

    /// <summary>The value when nothing else is said.</summary>
    public required ParameterValue Default { get; init; }

    /// <summary>The type of its values.</summary>
    public ParameterKind Kind => Default.Kind;

    /// <summary>The numbers that it may take; for numbers and whole numbers.</summary>
    public Domain Domain { get; init; } = Domain.Everything;

    /// <summary>The names that it may take; for a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The values that it runs through; empty where it is not swept.</summary>
    public ImmutableArray<ParameterValue> Sweep { get; init; } = [];

    /// <summary>Its symbol in the paper's formulas, or null.</summary>
    public string? Symbol { get; init; }

    /// <summary>What it means, from the property's doc comment, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether it seeds everything random in the experiment.</summary>
    public bool IsSeed { get; init; }

    /// <summary>Reads a value of this parameter from text, in the invariant culture. A choice may be written in any case and with hyphens: cross-entropy for CrossEntropy.</summary>
    /// <param name="text">The text, as typed on the command line.</param>
    /// <exception cref="UsageException">The text is no such value, or the value is outside the domain.</exception>
    public ParameterValue Parse(string text)
    {
        ParameterValue? value = Kind switch
        {
            ParameterKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => ParameterValue.Number(number),
            ParameterKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) => ParameterValue.Integer(integer),
            ParameterKind.Flag when bool.TryParse(text, out bool flag) => ParameterValue.Flag(flag),
            ParameterKind.Text => ParameterValue.Text(text),
            ParameterKind.Choice => ParameterValue.Choice(Choices.FirstOrDefault(choice => string.Equals(choice, text.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) ?? text),
            _ => null,
        };

        return Check(value ?? throw new UsageException($"{Name} = '{text}' is no {KindName}; write {Example}."));
    }

    /// <summary>Makes sure that a value is of the right type and inside the domain.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The same value.</returns>
    /// <exception cref="UsageException">It is not; the message names the parameter, the value, the domain and the nearest valid value.</exception>
    public ParameterValue Check(ParameterValue value)
    {
        if (value.Kind != Kind)
            throw new UsageException($"{Name} = {value} is of kind {value.Kind}; it takes a {KindName}.");
        if (Kind == ParameterKind.Choice && !Choices.Contains(value.AsText(), StringComparer.Ordinal))
            throw new UsageException($"{Name}: " + Nearest.Message("choice", value.AsText(), Choices));
        if (Kind is ParameterKind.Number or ParameterKind.Integer && !Domain.Contains(value.AsNumber()))
            throw new UsageException($"{Name} = {value} is outside its domain {Domain}.{Advice(value.AsNumber())}");
        return value;
    }

    private string KindName => Kind switch
    {
        ParameterKind.Number => "number",
        ParameterKind.Integer => "whole number",
        ParameterKind.Flag => "flag",
        ParameterKind.Choice => "choice",
        _ => "text",
    };

    private string Example => Kind switch
    {
        ParameterKind.Number => "it like 0.5 or 1e-3",
        ParameterKind.Integer => "it like 16",
        _ => "true or false",
    };

    private string Advice(double value)
    {
        if ((Kind == ParameterKind.Integer ? Domain.NearestInteger(value) : Domain.NearestEnd(value)) is { } nearest)
            return $" The nearest allowed value is {ParameterValue.Number(nearest)}.";
        return Domain.Contains(Default.AsNumber()) ? $" The default is {Default}." : string.Empty;
    }
}
