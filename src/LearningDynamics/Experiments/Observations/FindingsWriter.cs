using System.Collections.Immutable;
using System.Globalization;

namespace LearningDynamics.Experiments;

/// <summary>A finding with its name.</summary>
/// <param name="Name">The C# name of the finding.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsEventTime">Whether it is the time of an event at which the trajectory has a kink.</param>
public sealed record Finding(string Name, FindingValue Value, bool IsEventTime = false);

/// <summary>A map with its name.</summary>
/// <param name="Name">The C# name of the map.</param>
/// <param name="Map">Its axes and values.</param>
public sealed record NamedMap(string Name, Map Map);

/// <summary>Collects the findings and maps of a route. Emitted code calls an <c>Add</c> for each component of a findings struct.</summary>
public sealed class FindingsWriter
{
    private readonly List<Finding> findings = [];
    private readonly List<NamedMap> maps = [];

    /// <summary>The findings so far.</summary>
    public ImmutableArray<Finding> Findings => [.. findings];

    /// <summary>The maps so far.</summary>
    public ImmutableArray<NamedMap> Maps => [.. maps];

    /// <summary>The times of the events found, increasing.</summary>
    public ImmutableArray<double> EventTimes =>
        [.. findings.Where(finding => finding.IsEventTime && finding.Value.AsNumber is not null).Select(finding => finding.Value.AsNumber!.Value).Order()];

    /// <summary>Writes a number, or null where it does not exist.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="value">A finite number or null.</param>
    public void Add(string name, double? value) => findings.Add(new(name, Named(name, value)));

    /// <summary>Writes several numbers as Name1, Name2, ...; null for those that do not exist. Where there are no numbers at all, nothing is written.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="values">Finite numbers or nulls.</param>
    public void Add(string name, IReadOnlyList<double?>? values)
    {
        for (int index = 0; index < values?.Count; index++)
            Add(name + (index + 1).ToString(CultureInfo.InvariantCulture), values[index]);
    }

    /// <summary>Writes several numbers as Name1, Name2, ... Where there are no numbers at all, nothing is written.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="values">Finite numbers.</param>
    public void Add(string name, IReadOnlyList<double>? values)
    {
        for (int index = 0; index < values?.Count; index++)
            Add(name + (index + 1).ToString(CultureInfo.InvariantCulture), values[index]);
    }

    /// <summary>Writes the time of an event, or null where it never comes.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="value">A finite number or null.</param>
    public void AddEventTime(string name, double? value) => findings.Add(new(name, Named(name, value), IsEventTime: true));

    /// <summary>Writes a text, or null where it does not exist.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="value">Any text or null.</param>
    public void Add(string name, string? value) => findings.Add(new(name, FindingValue.Of(value)));

    /// <summary>Writes a flag, or null where it does not exist.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="value">True, false or null.</param>
    public void Add(string name, bool? value) => findings.Add(new(name, FindingValue.Of(value)));

    /// <summary>Writes a label, or null where it does not exist.</summary>
    /// <param name="name">The finding's name.</param>
    /// <param name="value">A member of an enum or null.</param>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public void Add<TEnum>(string name, TEnum? value)
        where TEnum : struct, Enum => Add(name, value?.ToString());

    /// <summary>Writes a map; null is left out.</summary>
    /// <param name="name">The map's name.</param>
    /// <param name="map">The map or null.</param>
    public void Add(string name, Map? map)
    {
        if (map is not null)
            maps.Add(new(name, map));
    }

    private static FindingValue Named(string name, double? value) =>
        value is null || double.IsFinite(value.Value)
            ? FindingValue.Of(value)
            : throw new ArithmeticException($"The finding {name} is not a finite number; a value that does not exist is null.");
}
