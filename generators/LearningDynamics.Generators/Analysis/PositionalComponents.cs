using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>A component of a positional record struct.</summary>
/// <param name="Property">The property that reads it.</param>
/// <param name="Parameter">The parameter of the constructor that sets it.</param>
internal sealed record PositionalComponent(IPropertySymbol Property, IParameterSymbol Parameter);

/// <summary>
/// Reads the components of a positional record struct. The compiler does not say of a struct from another assembly that it was a record, so any
/// struct counts whose constructor's parameters have the names and types of its properties.
/// </summary>
internal static class PositionalComponents
{
    /// <summary>The components in order; none where the struct is not positional.</summary>
    /// <param name="type">The struct.</param>
    public static IReadOnlyList<PositionalComponent> Of(INamedTypeSymbol type)
    {
        IEnumerable<PositionalComponent?[]> candidates = type.InstanceConstructors
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .Select(constructor => constructor.Parameters.Select(parameter => Component(type, parameter)).ToArray());
        return [.. (candidates.FirstOrDefault(components => components.All(component => component is not null)) ?? []).OfType<PositionalComponent>()];
    }

    private static PositionalComponent? Component(INamedTypeSymbol type, IParameterSymbol parameter) =>
        type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { IsStatic: false, GetMethod: not null } property && property.Type.IsSame(parameter.Type)
            ? new(property, parameter)
            : null;
}
