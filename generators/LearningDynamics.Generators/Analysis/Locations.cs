using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds the narrowest place of a mistake.</summary>
internal static class Locations
{
    /// <summary>The identifier of a declaration, or null where it is in no source.</summary>
    /// <param name="symbol">What is declared.</param>
    public static Location? OfName(this ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);

    public static Location? OfAttribute(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    /// <summary>The value of a named argument of an attribute; the attribute where it has none.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The property that is set.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static Location? OfArgument(this AttributeData attribute, string name, CancellationToken cancellation) =>
        Arguments(attribute, cancellation).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation()
        ?? attribute.OfAttribute(cancellation);

    /// <summary>The positional arguments of an attribute as they are written.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ExpressionSyntax[] Positional(this AttributeData attribute, CancellationToken cancellation) =>
        [.. Arguments(attribute, cancellation).Where(argument => argument.NameEquals is null).Select(argument => argument.Expression)];

    /// <summary>The return type of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static Location? OfReturnType(this IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>().FirstOrDefault()?.ReturnType.GetLocation()
        ?? method.OfName();

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(AttributeData attribute, CancellationToken cancellation) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;
}
