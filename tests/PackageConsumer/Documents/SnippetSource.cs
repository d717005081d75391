using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>
/// A snippet as a whole source. Members stand in a class: of tests where they have a <c>[Fact]</c> or <c>[Theory]</c>, of an experiment otherwise.
/// What <c>// ...</c> stands for is filled in where the snippet declares experiments.
/// </summary>
internal sealed class SnippetSource
{
    private SnippetSource(string text, bool isCompleted)
    {
        Text = text;
        IsCompleted = isCompleted;
        Root = Parse(text);
    }

    public string Text { get; }

    /// <summary>Whether something was filled in that the snippet does not show.</summary>
    public bool IsCompleted { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>Whether it is a program: it has statements outside any type.</summary>
    public bool IsProgram => Root.Members.OfType<GlobalStatementSyntax>().Any();

    /// <summary>The types that it declares outside any namespace.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> Types => Root.Members.OfType<BaseTypeDeclarationSyntax>();

    public static SnippetSource From(Snippet snippet)
    {
        CompilationUnitSyntax root = Parse(snippet.Code);
        string usings = root.Usings.ToFullString();
        string body = snippet.Code[usings.Length..];
        if (root.Members.Any(IsMember))
        {
            return body.Contains("[Fact]", StringComparison.Ordinal) || body.Contains("[Theory]", StringComparison.Ordinal)
                ? new($"{usings}public sealed class Tests\n{{\n{body}\n}}\n", isCompleted: false)
                : new(usings + DocumentedExample.Complete(body), isCompleted: true);
        }

        return body.Contains("// ...", StringComparison.Ordinal) && !root.Members.OfType<GlobalStatementSyntax>().Any()
            ? new(usings + DocumentedExample.Complete(body), isCompleted: true)
            : new(snippet.Code, isCompleted: false);
    }

    private static CompilationUnitSyntax Parse(string text) => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();

    /// <summary>Whether a node belongs into a type: it is no type, or a function with an attribute or an access modifier.</summary>
    private static bool IsMember(MemberDeclarationSyntax node) => node switch
    {
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } =>
            function.AttributeLists.Any() || function.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword),
        GlobalStatementSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax => false,
        _ => true,
    };
}
