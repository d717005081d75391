using System.Reflection;

namespace LearningDynamics.Testing;

/// <summary>
/// Finds the folder of a test's source file. A deterministic build writes the paths of sources as <c>/_/tests/MyTests.cs</c>, from the repository's root;
/// the package's build file tells each assembly its project's folder, from which the root is found again.
/// </summary>
internal static class SourcePath
{
    /// <summary>The key under which the package's build file writes the project's folder.</summary>
    public const string ProjectDirectoryKey = "LearningDynamics.Testing.ProjectDirectory";

    /// <summary>The file's path on this machine.</summary>
    /// <param name="file">The path that the compiler wrote.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="DirectoryNotFoundException">The source's folder is not on this machine.</exception>
    public static string Resolve(string file) => Resolve(file, ProjectDirectories());

    internal static string Resolve(string file, IEnumerable<string> projectDirectories)
    {
        if (string.IsNullOrEmpty(file))
            throw new ArgumentException("The test's source file is not known: the path is empty. Let the compiler fill it in, or set the folder of the snapshots.", nameof(file));
        string? found = IsMapped(file)
            ? projectDirectories.SelectMany(AndParents).Select(folder => Path.GetFullPath(RelativeToRoot(file), folder)).FirstOrDefault(File.Exists)
            : file;
        return Directory.Exists(Path.GetDirectoryName(found))
            ? found!
            : throw new DirectoryNotFoundException(
                $"The folder of the test's source file '{file}' is not on this machine. Run the tests where they were built, or set {nameof(SnapshotSettings)}.{nameof(SnapshotSettings.Directory)}.");
    }

    /// <summary>The root of the repository is <c>/_/</c>, those of its submodules <c>/_1/</c> and so on.</summary>
    private static bool IsMapped(string file) => file.StartsWith("/_", StringComparison.Ordinal) && file.IndexOf('/', 1) > 0 && !File.Exists(file);

    private static string RelativeToRoot(string file) => file[(file.IndexOf('/', 1) + 1)..];

    private static IEnumerable<string> AndParents(string folder)
    {
        for (DirectoryInfo? parent = new(folder); parent is not null; parent = parent.Parent)
            yield return parent.FullName;
    }

    private static IEnumerable<string> ProjectDirectories() =>
        from assembly in AppDomain.CurrentDomain.GetAssemblies()
        from metadata in assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        where metadata.Key == ProjectDirectoryKey && !string.IsNullOrEmpty(metadata.Value)
        select metadata.Value;
}
