using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>The values that a parameter runs through.</summary>
/// <param name="Parameter">The parameter's C# name.</param>
/// <param name="Values">The values, in order; at least one.</param>
public sealed record ParameterValues(string Parameter, ImmutableArray<ParameterValue> Values)
{
    /// <summary>The values as <c>Name=Value,Value</c>.</summary>
    public override string ToString() => $"{Parameter}={string.Join(',', Values)}";
}

/// <summary>Named points of an experiment's parameters, such as those of a figure.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Grids">
/// The points are those of each grid in turn. A grid is every combination of its values, the last parameter running fastest; parameters that
/// it does not name have their default.
/// </param>
public sealed record PresetDescriptor(string Name, ImmutableArray<ImmutableArray<ParameterValues>> Grids);
