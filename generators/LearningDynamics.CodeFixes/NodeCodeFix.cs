using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LearningDynamics.CodeFixes;

/// <summary>A code fix that changes one node of a document, and all such nodes of a program at once.</summary>
/// <param name="title">What it does.</param>
/// <param name="ids">The diagnostics that it mends.</param>
/// <typeparam name="TNode">The node that it changes: the innermost one around the diagnostic.</typeparam>
public abstract class NodeCodeFix<TNode>(string title, params string[] ids) : CodeFixProvider
    where TNode : SyntaxNode
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            TextSpan span = diagnostic.Location.SourceSpan;
            if (root is null || !root.FullSpan.Contains(span))
                continue;
            TNode? node = root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>();
            if (node is null || Fix(root, node, diagnostic) is not { } mended)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(TitleFor(title, diagnostic), _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), equivalenceKey: GetType().Name + diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>What it does to one diagnostic.</summary>
    /// <param name="title">What it does.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    protected virtual string TitleFor(string title, Diagnostic diagnostic) => title;

    /// <summary>The document after the change, or null where it cannot be mended in this way.</summary>
    /// <param name="root">The document.</param>
    /// <param name="node">The node.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    protected abstract SyntaxNode? Fix(SyntaxNode root, TNode node, Diagnostic diagnostic);
}
