using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>One axis of a map.</summary>
/// <param name="Name">What runs along it.</param>
/// <param name="Values">The positions, in order; at least one.</param>
public sealed record MapAxis(string Name, ImmutableArray<double> Values);

/// <summary>Values over one or two axes, such as the outcome over a plane of initial values.</summary>
public sealed class Map
{
    /// <summary>Makes a map.</summary>
    /// <param name="axes">One or two axes.</param>
    /// <param name="values">A value for each position, the last axis running fastest.</param>
    /// <exception cref="ArgumentException">There are not one or two axes, an axis is empty, or the number of values is not that of the positions.</exception>
    public Map(ImmutableArray<MapAxis> axes, ImmutableArray<FindingValue> values)
    {
        if (axes.Length is < 1 or > 2)
            throw new ArgumentException($"A map has one or two axes, not {axes.Length}.", nameof(axes));
        int positions = axes.Aggregate(1, (product, axis) => product * axis.Values.Length);
        if (positions == 0)
            throw new ArgumentException("An axis of a map has at least one position.", nameof(axes));
        if (values.Length != positions)
            throw new ArgumentException($"The axes have {positions} positions, but there are {values.Length} values.", nameof(values));
        Axes = axes;
        Values = values;
    }

    /// <summary>The axes.</summary>
    public ImmutableArray<MapAxis> Axes { get; }

    /// <summary>The values, the last axis running fastest.</summary>
    public ImmutableArray<FindingValue> Values { get; }
}
