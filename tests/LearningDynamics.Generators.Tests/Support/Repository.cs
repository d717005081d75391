using System.Runtime.CompilerServices;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>Reads files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>The ids of the pages about diagnostics.</summary>
    public static IEnumerable<string> DiagnosticPages =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs", "diagnostics"), "LD*.md").Select(file => Path.GetFileNameWithoutExtension(file));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
