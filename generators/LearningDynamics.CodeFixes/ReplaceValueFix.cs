using System.Composition;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Puts the nearest valid value in place of an invalid one: a bound in place of a number outside it, a well-formed id, the nearest name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceValueFix)), Shared]
public sealed class ReplaceValueFix() : NodeCodeFix<ExpressionSyntax>("Use the nearest valid value", "LD1003", "LD2004", "LD2005", "LD2017", "LD2020", "LD2022")
{
    /// <inheritdoc/>
    protected override string TitleFor(string title, Diagnostic diagnostic) => $"Use {diagnostic.Properties[DiagnosticInfo.ReplacementProperty]}";

    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, ExpressionSyntax node, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DiagnosticInfo.ReplacementProperty, out string? replacement) && node.Span == diagnostic.Location.SourceSpan
            ? root.ReplaceNode(node, SyntaxFactory.ParseExpression(replacement!).WithTriviaFrom(node))
            : null;
}
