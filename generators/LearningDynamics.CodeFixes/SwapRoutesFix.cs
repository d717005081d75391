using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Makes the trained route the right side of an order check.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapRoutesFix)), Shared]
public sealed class SwapRoutesFix() : NodeCodeFix<AttributeArgumentListSyntax>("Swap the routes", "LD5006")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, AttributeArgumentListSyntax node, Diagnostic diagnostic)
    {
        AttributeArgumentSyntax[] routes = [.. node.Arguments.Where(argument => argument.NameEquals is null)];
        return routes.Length == 2 && IsTrained(routes[0].Expression)
            ? root.ReplaceNode(node, node.ReplaceNodes(routes, (route, _) => route == routes[0] ? routes[1].WithTriviaFrom(route) : routes[0].WithTriviaFrom(route)))
            : null;
    }

    private static bool IsTrained(ExpressionSyntax route) =>
        route is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trained" } or IdentifierNameSyntax { Identifier.ValueText: "Trained" };
}
