using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Removes a cross-check that has nothing to compare.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveCrossCheckFix)), Shared]
public sealed class RemoveCrossCheckFix() : NodeCodeFix<AttributeSyntax>("Remove the cross-check", "LD5001", "LD5002", "LD5003", "LD5007")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, AttributeSyntax node, Diagnostic diagnostic)
    {
        if (node.Parent is not AttributeListSyntax { Parent: { } owner } list)
            return null;
        if (list.Attributes.Count > 1)
            return root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(node)));

        // The first attribute of a class carries the doc comment, which stays.
        SyntaxTriviaList leading = list.GetLeadingTrivia();
        SyntaxNode without = owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        bool wasFirst = owner.GetFirstToken() == list.GetFirstToken();
        return root.ReplaceNode(owner, wasFirst ? without.WithLeadingTrivia(leading) : without);
    }
}
