using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Recognises the library's types by their names, so that the generator needs no reference to the library.</summary>
internal static class LibraryTypes
{
    public const string ExperimentAttribute = "LearningDynamics.Experiments.ExperimentAttribute";

    private const string Root = "LearningDynamics";

    /// <summary>Whether a type is the library's one of that name.</summary>
    /// <param name="type">The type.</param>
    /// <param name="area">The last part of its namespace, such as <c>Training</c>.</param>
    /// <param name="name">Its name without type parameters.</param>
    public static bool IsLibrary(this ITypeSymbol? type, string area, string name) =>
        type is { Name: var typeName, ContainingType: null, ContainingNamespace: { } inner }
        && typeName == name
        && inner.Name == area
        && inner.ContainingNamespace is { Name: Root, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a type is <c>System.ReadOnlySpan</c> or <c>System.Span</c> of anything.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">Which of them.</param>
    public static bool IsSpan(this ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { Arity: 1, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span
        && span.Name == name;

    public static bool IsDouble(this ITypeSymbol type) => type.SpecialType == SpecialType.System_Double;

    public static bool IsDoubleArray(this ITypeSymbol type) => type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Double };

    /// <summary>The type of a value that is there, of a type whose values may be absent: <c>T</c> for <c>T?</c>.</summary>
    /// <param name="type">The type.</param>
    public static ITypeSymbol WithoutNull(this ITypeSymbol type) =>
        type.IsNullableStruct() ? ((INamedTypeSymbol)type).TypeArguments[0] : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    public static bool IsNullableStruct(this ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a type says that its values may be absent.</summary>
    /// <param name="type">The type.</param>
    public static bool MayBeNull(this ITypeSymbol type) => type.IsNullableStruct() || type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };

    public static bool IsSame(this ITypeSymbol type, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);

    /// <summary>The attribute of that name on a symbol, or null.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="name">The name without <c>Attribute</c>.</param>
    public static AttributeData? FindAttribute(this ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsLibrary("Experiments", name + "Attribute"))
                return attribute;
        }

        return null;
    }
}
