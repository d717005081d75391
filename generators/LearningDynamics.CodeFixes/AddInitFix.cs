using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Adds <c>init</c> to a parameter with <c>{ get; }</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddInitFix)), Shared]
public sealed class AddInitFix() : NodeCodeFix<PropertyDeclarationSyntax>("Add init", "LD2001")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, PropertyDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (node.Modifiers.Any(SyntaxKind.StaticKeyword) || node.AccessorList is not { Accessors: [var get] } accessors)
            return null;
        if (!get.IsKind(SyntaxKind.GetAccessorDeclaration) || get.Body is not null || get.ExpressionBody is not null)
            return null;
        AccessorDeclarationSyntax init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(get.GetTrailingTrivia());
        SyntaxList<AccessorDeclarationSyntax> both = SyntaxFactory.List([get.WithTrailingTrivia(SyntaxFactory.Space), init]);
        return root.ReplaceNode(accessors, accessors.WithAccessors(both));
    }
}
