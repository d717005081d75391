namespace LearningDynamics.Generators.Models;

/// <summary>The experiments of an assembly.</summary>
/// <param name="IsDeclared">Whether the assembly declares any, be it with mistakes.</param>
/// <param name="ClassNames">The classes that are emitted, qualified, in order.</param>
internal sealed record CatalogModel(bool IsDeclared, EquatableArray<string> ClassNames)
{
    /// <summary>The catalog of these classes, of which those with mistakes have no name.</summary>
    /// <param name="names">The names or nulls.</param>
    public static CatalogModel Of(IReadOnlyCollection<string?> names) =>
        new(names.Count > 0, names.OfType<string>().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());
}
