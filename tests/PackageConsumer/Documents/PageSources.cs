using LearningDynamics.PackageConsumer.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>
/// The sources that a page's snippets are compiled from. A page is read from top to bottom: the usings of earlier snippets hold for later ones, and so do the
/// types that they declared, unless the later one declares its own of that name.
/// </summary>
internal sealed class PageSources
{
    /// <summary>What the SDK gives every console project.</summary>
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>What a snippet need not say that leaves out parts of an experiment, nor one of the pages on diagnostics.</summary>
    private static readonly string[] LibraryUsings =
        ["LearningDynamics.Experiments", "LearningDynamics.Flows", "LearningDynamics.Numerics", "LearningDynamics.Training"];

    private readonly SortedSet<string> usings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly string[] companions;
    private readonly bool isAboutDiagnostics;

    public PageSources(MarkdownPage page)
    {
        isAboutDiagnostics = page.Path.StartsWith("docs/diagnostics/", StringComparison.Ordinal);
        companions = [.. page.CompiledWith.Select(Repository.Read)];
        foreach (string companion in companions)
        {
            foreach (BaseNamespaceDeclarationSyntax space in CSharpSyntaxTree.ParseText(companion).GetCompilationUnitRoot().Members.OfType<BaseNamespaceDeclarationSyntax>())
                usings.Add(Global(space.Name.ToString()));
        }
    }

    /// <summary>The sources of the page's next snippet, the snippet's own first.</summary>
    /// <param name="source">The snippet.</param>
    public IReadOnlyList<string> Next(SnippetSource source)
    {
        HashSet<string> declared = [.. source.Types.Select(type => type.Identifier.Text)];
        string[] earlier = Mentioned(source.Text, declared);
        string[] given = source.IsCompleted || isAboutDiagnostics ? [.. ImplicitUsings, .. LibraryUsings] : ImplicitUsings;
        string[] sources = [source.Text, string.Join('\n', given.Select(Global).Union(usings)), .. earlier, .. companions];

        usings.UnionWith(source.Root.Usings.Select(directive => $"global {directive.ToString()}"));
        foreach (BaseTypeDeclarationSyntax type in source.Types)
            types[type.Identifier.Text] = type.ToFullString();
        return sources;
    }

    private static string Global(string space) => $"global using {space};";

    /// <summary>The earlier types that a text speaks of, and those that these speak of.</summary>
    private string[] Mentioned(string text, HashSet<string> declared)
    {
        var mentioned = new Dictionary<string, string>(StringComparer.Ordinal);
        var unread = new Queue<string>([text]);
        while (unread.TryDequeue(out string? next))
        {
            HashSet<string> words = [.. CSharpSyntaxTree.ParseText(next).GetRoot().DescendantTokens().Select(token => token.Text)];
            foreach ((string name, string type) in types.Where(type => words.Contains(type.Key) && !declared.Contains(type.Key)))
            {
                if (mentioned.TryAdd(name, type))
                    unread.Enqueue(type);
            }
        }

        return [.. mentioned.Values];
    }
}
