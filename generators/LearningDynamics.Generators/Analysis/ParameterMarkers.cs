using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>The attributes that make a property a parameter or add to it.</summary>
/// <param name="property">The property.</param>
internal readonly struct ParameterMarkers(IPropertySymbol property)
{
    public AttributeData? Parameter { get; } = property.FindAttribute("Parameter");

    public AttributeData? Horizon { get; } = property.FindAttribute("Horizon");

    public AttributeData? Sweep { get; } = property.FindAttribute("Sweep");

    public AttributeData? Seed { get; } = property.FindAttribute("Seed");

    public bool IsParameter => Parameter is not null || Horizon is not null;
}
