using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Names types as the emitted part of a class sees them: short for what the class declares, from the root for the rest.</summary>
/// <param name="experiment">The class.</param>
internal sealed class TypeNames(INamedTypeSymbol experiment)
{
    /// <summary>The members of the emitted runner. A type of such a name is hidden there and is named from the root.</summary>
    private static readonly string[] Hidden = ["Descriptor", "Describe", "Bind", "Problem", "Events", "Components", "Write", "Field"];

    private static readonly SymbolDisplayFormat FromRoot = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        FromRoot.GenericsOptions,
        miscellaneousOptions: FromRoot.MiscellaneousOptions);

    /// <summary>A type as code.</summary>
    /// <param name="type">The type.</param>
    public string Of(ITypeSymbol type) => type.ToDisplayString(IsShort(type) ? Short : FromRoot);

    /// <summary>A type as code, from anywhere in the program.</summary>
    /// <param name="type">The type.</param>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(FromRoot);

    /// <summary>A type for people.</summary>
    /// <param name="type">The type.</param>
    public static string Plain(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>An identifier as code: escaped where it is a keyword.</summary>
    /// <param name="name">The identifier.</param>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private bool IsShort(ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && !Hidden.Contains(named.Name)
        && (named.ContainingType is { } container && container.IsSame(experiment) || named.IsSame(experiment))
        && named.TypeArguments.All(argument => argument.SpecialType != SpecialType.None || argument.TypeKind == TypeKind.TypeParameter);
}
