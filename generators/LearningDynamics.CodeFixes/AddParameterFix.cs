using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.CodeFixes;

/// <summary>Adds <c>[Parameter]</c> before <c>[Sweep]</c> or <c>[Seed]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParameterFix)), Shared]
public sealed class AddParameterFix() : NodeCodeFix<AttributeListSyntax>("Add [Parameter]", "LD2007")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, AttributeListSyntax node, Diagnostic diagnostic)
    {
        // A property with both [Sweep] and [Seed] needs one [Parameter]: it goes with the first.
        if (node.Parent is not PropertyDeclarationSyntax property || !IsFirst(property, diagnostic))
            return null;
        AttributeSyntax parameter = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Parameter"));
        IEnumerable<SyntaxToken> commas = [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), .. node.Attributes.GetSeparators()];
        return root.ReplaceNode(node, node.WithAttributes(SyntaxFactory.SeparatedList([parameter, .. node.Attributes], commas)));
    }

    private static bool IsFirst(PropertyDeclarationSyntax property, Diagnostic diagnostic) =>
        property.AttributeLists.SelectMany(list => list.Attributes).First(attribute => attribute.Name.ToString() is "Sweep" or "SweepAttribute" or "Seed" or "SeedAttribute").Span
            .IntersectsWith(diagnostic.Location.SourceSpan);
}
