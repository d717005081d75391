using System.Collections.Immutable;
using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace LearningDynamics.Generators.Tests.CodeFixes;

/// <summary>Applies code fixes to a source as an editor would.</summary>
internal sealed class FixRun : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly CodeFixProvider fix;
    private Document document;

    private FixRun(CodeFixProvider fix, string source)
    {
        this.fix = fix;
        Project project = workspace.AddProject("Tested", LanguageNames.CSharp)
            .WithMetadataReferences(Sources.References)
            .WithParseOptions(Sources.ParseOptions)
            .WithCompilationOptions(Sources.CompilationOptions);
        project = project.AddDocument("Usings.cs", Sources.ImplicitUsings).Project;
        document = project.AddDocument("Source.cs", SourceText.From(source), filePath: "Source.cs");
        Assert.True(workspace.TryApplyChanges(document.Project.Solution));
        document = workspace.CurrentSolution.GetDocument(document.Id)!;
    }

    public void Dispose() => workspace.Dispose();

    /// <summary>Applies the fix to the first diagnostic that it mends, and again until it offers nothing.</summary>
    public static async Task<string> All(CodeFixProvider fix, string source)
    {
        using var run = new FixRun(fix, source);
        while (await run.Offers() is [var action, ..])
            await run.Apply(action);
        return await run.Text();
    }

    /// <summary>Applies the fix to every diagnostic of the document at once.</summary>
    public static async Task<string> Batch(CodeFixProvider fix, string source)
    {
        using var run = new FixRun(fix, source);
        Diagnostic[] diagnostics = await run.Diagnostics();
        Assert.NotEmpty(diagnostics);
        CodeAction offer = (await run.Offers())[0];
        var context = new FixAllContext(run.document, fix, FixAllScope.Document, offer.EquivalenceKey, [diagnostics[0].Id], new Found(diagnostics), CancellationToken.None);
        await run.Apply((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
        return await run.Text();
    }

    /// <summary>The titles of what the fix offers.</summary>
    public static async Task<string[]> Titles(CodeFixProvider fix, string source)
    {
        using var run = new FixRun(fix, source);
        return [.. (await run.Offers()).Select(action => action.Title)];
    }

    /// <summary>The diagnostics that the fix mends. As in an editor, the path of each leads to its document.</summary>
    private async Task<Diagnostic[]> Diagnostics()
    {
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        return
        [
            .. from diagnostic in GeneratorRun.Of((await document.Project.GetCompilationAsync())!).Diagnostics
               where fix.FixableDiagnosticIds.Contains(diagnostic.Id) && diagnostic.Location.GetLineSpan().Path == tree.FilePath
               select Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), diagnostic.Properties),
        ];
    }

    private async Task<List<CodeAction>> Offers()
    {
        var actions = new List<CodeAction>();
        foreach (Diagnostic diagnostic in await Diagnostics())
            await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private async Task Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        document = await Formatter.FormatAsync(changed.GetDocument(document.Id)!, Formatter.Annotation);
    }

    private async Task<string> Text() => (await document.GetTextAsync()).ToString().ReplaceLineEndings("\n");

    /// <summary>Hands the generator's diagnostics to the fixer of all.</summary>
    private sealed class Found(Diagnostic[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
