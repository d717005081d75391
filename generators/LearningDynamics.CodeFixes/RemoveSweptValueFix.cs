using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Removes a value that a sweep cannot have, or has twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSweptValueFix)), Shared]
public sealed class RemoveSweptValueFix() : NodeCodeFix<AttributeArgumentSyntax>("Remove the value", "LD2005", "LD2006", "LD2016")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, AttributeArgumentSyntax node, Diagnostic diagnostic) =>
        node.Parent is AttributeArgumentListSyntax { Arguments.Count: > 1 } list
            ? root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(node)))
            : null;
}
