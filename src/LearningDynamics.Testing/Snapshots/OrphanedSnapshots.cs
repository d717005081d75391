namespace LearningDynamics.Testing;

/// <summary>Finds verified files whose test was renamed or deleted.</summary>
internal static class OrphanedSnapshots
{
    private const string Mark = ".verified.";
    private static readonly string[] SourceExtensions = ["*.cs", "*.fs", "*.vb"];
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>The paths of the orphans in a folder and those in it, in order.</summary>
    public static IReadOnlyList<string> Find(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, $"*{Mark}*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(BuildFolders.Contains))
            .Where(file => !HasTest(file))
            .Order(StringComparer.Ordinal),
    ];

    private static bool HasTest(string verified)
    {
        string fileName = Path.GetFileName(verified);
        string name = fileName[..fileName.LastIndexOf(Mark, StringComparison.Ordinal)];
        return SourceExtensions
            .SelectMany(pattern => Directory.EnumerateFiles(Path.GetDirectoryName(verified)!, pattern))
            .Any(source => !source.Contains(Mark, StringComparison.Ordinal)
                && name.StartsWith(Path.GetFileNameWithoutExtension(source) + ".", StringComparison.Ordinal)
                && Mentions(File.ReadAllText(source), Member(name, Path.GetFileNameWithoutExtension(source))));
    }

    /// <summary>The part behind the source file's name up to the next dot; what follows tells apart several snapshots of one test.</summary>
    private static string Member(string name, string source) => name[(source.Length + 1)..].Split('.')[0];

    /// <summary>Whether a source has the method's name as a whole word, with an opening bracket or type parameters behind it.</summary>
    private static bool Mentions(string source, string member)
    {
        for (int at = source.IndexOf(member, StringComparison.Ordinal); at >= 0; at = source.IndexOf(member, at + 1, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> behind = source.AsSpan(at + member.Length).TrimStart();
            bool isWhole = at == 0 || !(char.IsLetterOrDigit(source[at - 1]) || source[at - 1] == '_');
            if (isWhole && behind is ['(' or '<', ..])
                return true;
        }

        return false;
    }
}
