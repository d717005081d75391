using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>The configuration that the tests run in, and everything before them was built in.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Whether npm restored the plotting library, so that the build could embed it.</summary>
    public static bool HasPlotLibrary => File.Exists(PathOf("src/LearningDynamics.Reports/node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js"));

    /// <summary>The full path of a file.</summary>
    /// <param name="path">Its path below the root, with slashes.</param>
    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
