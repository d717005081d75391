using System.Text.RegularExpressions;

namespace LearningDynamics.Testing;

/// <summary>Finds verified files whose test was renamed or deleted.</summary>
internal static class OrphanedSnapshots
{
    private const string Mark = ".verified.";
    private static readonly string[] SourceExtensions = ["*.cs", "*.fs", "*.vb"];
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>The paths of the orphans, in order.</summary>
    /// <param name="snapshotFolder">The folder of the verified files, searched with the folders in it.</param>
    /// <param name="sourceFolder">The folder of the tests, searched likewise.</param>
    public static IReadOnlyList<string> Find(string snapshotFolder, string sourceFolder)
    {
        ILookup<string, string> sources = SourceExtensions
            .SelectMany(pattern => Files(sourceFolder, pattern))
            .Where(source => !source.Contains(Mark, StringComparison.Ordinal))
            .ToLookup(source => Path.GetFileNameWithoutExtension(source), File.ReadAllText, StringComparer.Ordinal);
        return [.. Files(snapshotFolder, $"*{Mark}*").Where(verified => !HasTest(SnapshotName(verified), sources)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(BuildFolders.Contains));

    private static string SnapshotName(string verified)
    {
        string fileName = Path.GetFileName(verified);
        return fileName[..fileName.LastIndexOf(Mark, StringComparison.Ordinal)];
    }

    /// <summary>
    /// A snapshot is named after its source file, its method and what tells it apart from others of the same test, with dots between; the source file's
    /// name may itself have dots.
    /// </summary>
    private static bool HasTest(string name, ILookup<string, string> sources) => sources
        .Where(source => name.StartsWith(source.Key + ".", StringComparison.Ordinal))
        .Any(source => source.Any(text => Mentions(text, name[(source.Key.Length + 1)..].Split('.')[0])));

    /// <summary>Whether a source has the method's name as a whole word, with an opening bracket or type parameters behind it.</summary>
    private static bool Mentions(string source, string member) =>
        Regex.IsMatch(source, $@"\b{Regex.Escape(member)}\s*[(<]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
