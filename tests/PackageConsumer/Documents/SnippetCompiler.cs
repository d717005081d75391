using System.Collections.Immutable;
using System.Reflection;
using LearningDynamics.PackageConsumer.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>Compiles snippets in memory against the assemblies of the packages, with the generator of the package.</summary>
public sealed class SnippetCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly CSharpCompilation empty;
    private readonly GeneratorDriver driver;

    public SnippetCompiler(PackedPackages packages)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        IEnumerable<string> references =
        [
            .. platform.Where(path => Path.GetDirectoryName(path) == framework),
            .. packages.All.Select(package => package.Assembly),
            typeof(FactAttribute).Assembly.Location,
            typeof(Assert).Assembly.Location,
        ];
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        empty = CSharpCompilation.Create("Snippet", references: references.Select(path => MetadataReference.CreateFromFile(path)), options: options);

        // A compilation that was never asked for a type hands on no references.
        empty.GetSpecialType(SpecialType.System_Object);
        driver = CSharpGeneratorDriver.Create(Generators(packages["LearningDynamics"]), parseOptions: ParseOptions);
    }

    /// <summary>The errors and warnings of a page's snippets, each with its place; empty where all is well.</summary>
    /// <param name="page">The page.</param>
    internal IReadOnlyList<string> Complaints(MarkdownPage page)
    {
        var sources = new PageSources(page);
        var complaints = new List<string>();
        foreach (Snippet snippet in page.Snippets.Where(snippet => snippet.LeftOut is null))
        {
            var source = SnippetSource.From(snippet);
            complaints.AddRange(Compile(sources.Next(source), source.IsProgram).Select(diagnostic => $"{snippet}: {Text(diagnostic)}"));
        }

        return complaints;
    }

    private static ISourceGenerator[] Generators(PackedPackage library) =>
        [.. Directory.EnumerateFiles(library.PathOf("analyzers/dotnet/cs"), "*.dll").SelectMany(path => new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp))];

    private static string Text(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string line = diagnostic.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString().Trim() ?? string.Empty;
        return $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n    {line}";
    }

    private IEnumerable<Diagnostic> Compile(IEnumerable<string> sources, bool isProgram)
    {
        Compilation compilation = empty
            .WithOptions(empty.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generated);
        return output.GetDiagnostics().Concat(generated).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // The generator brings nothing with it but what the compiler has.
        }

        /// <summary>Loads from memory, so that the file can be deleted afterwards.</summary>
        public Assembly LoadFromPath(string fullPath) => Assembly.Load(File.ReadAllBytes(fullPath));
    }
}
