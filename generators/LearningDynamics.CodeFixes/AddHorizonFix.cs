using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LearningDynamics.CodeFixes;

/// <summary>Adds a horizon behind the last property of a class, to be set to a time that suits the experiment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddHorizonFix)), Shared]
public sealed class AddHorizonFix() : NodeCodeFix<TypeDeclarationSyntax>("Add a horizon", "LD2012")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Fix(SyntaxNode root, TypeDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (node.OpenBraceToken.IsMissing || node.OpenBraceToken.IsKind(SyntaxKind.None) || FreeName(node) is not { } name)
            return null;
        MemberDeclarationSyntax horizon = SyntaxFactory
            .ParseMemberDeclaration($"/// <summary>Until which time the experiment runs.</summary>\n[Horizon]\npublic double {name} {{ get; init; }} = 10;\n")!
            .WithAdditionalAnnotations(Formatter.Annotation);
        int behindProperties = node.Members.LastIndexOf(member => member is PropertyDeclarationSyntax) + 1;
        if (behindProperties < node.Members.Count)
            horizon = horizon.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed, SyntaxFactory.ElasticLineFeed);
        return root.ReplaceNode(node, node.WithMembers(node.Members.Insert(behindProperties, horizon)));
    }

    private static string? FreeName(TypeDeclarationSyntax node)
    {
        string[] names = ["Duration", "Horizon", "Until"];
        HashSet<string> taken = [.. node.Members.OfType<PropertyDeclarationSyntax>().Select(property => property.Identifier.ValueText)];
        return names.FirstOrDefault(name => !taken.Contains(name));
    }
}
