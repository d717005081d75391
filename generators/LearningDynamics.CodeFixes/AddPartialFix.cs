using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Makes the class of an experiment, or one that it is nested in, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix)), Shared]
public sealed class AddPartialFix() : NodeCodeFix<TypeDeclarationSyntax>("Make it partial", "LD1001")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, TypeDeclarationSyntax node, Diagnostic diagnostic)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (node.Modifiers.Count > 0)
            return root.ReplaceNode(node, node.AddModifiers(partial));

        // Without modifiers the doc comment or the indentation stands before the keyword.
        TypeDeclarationSyntax moved = node.WithKeyword(node.Keyword.WithLeadingTrivia()).AddModifiers(partial.WithLeadingTrivia(node.Keyword.LeadingTrivia));
        return root.ReplaceNode(node, moved);
    }
}
