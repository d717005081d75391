using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>Compiles sources as a user's project would: implicit usings, nullable, doc comments, every warning.</summary>
internal static class Sources
{
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using LearningDynamics.Experiments;
        global using LearningDynamics.Flows;
        global using LearningDynamics.Numerics;
        global using LearningDynamics.Training;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions CompilationOptions { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999);

    /// <summary>Everything that the tests themselves reference: the framework and the library.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>What every compilation starts from, so that the references are read once.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Tested", [CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs")], References, CompilationOptions);

    public static CSharpCompilation Compile(params IEnumerable<string> sources) => Compile(ParseOptions, sources);

    public static CSharpCompilation Compile(CSharpParseOptions options, params IEnumerable<string> sources)
    {
        // A compilation that was never asked for a type hands on no references.
        Empty.GetSpecialType(SpecialType.System_Object);
        SyntaxTree[] trees = [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs"))];
        return Empty.AddSyntaxTrees(trees);
    }
}
