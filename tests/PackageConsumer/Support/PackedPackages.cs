using System.Globalization;
using System.IO.Compression;

namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>
/// Every package, packed once in the configuration that the tests run in, and a folder outside the tree where projects find them: the packages are a
/// feed beside the machine's own sources. The version is new each time, so that no cache can answer for them.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, PackedPackage> packages;

    public PackedPackages()
    {
        try
        {
            Pack();
            File.WriteAllText(folder.Combine("nuget.config"), """
                <configuration>
                  <packageSources>
                    <add key="packed" value="feed" />
                  </packageSources>
                </configuration>
                """);
            packages = Directory.EnumerateFiles(Feed, "*.nupkg").Select(Unpack).ToDictionary(package => package.Id, StringComparer.Ordinal);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The version that all of them have.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");

    public IEnumerable<PackedPackage> All => packages.Values;

    /// <summary>The folder with the package files.</summary>
    public string Feed => folder.Combine("feed");

    public PackedPackage this[string id] => packages.TryGetValue(id, out PackedPackage? package)
        ? package
        : throw new ArgumentException($"There is no package '{id}' among {string.Join(", ", packages.Keys)}.", nameof(id));

    /// <summary>A new project folder that finds the packages.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="project">Its project file; <c>{Version}</c> stands for the packages' version.</param>
    public ConsumerProject NewProject(string name, string project) =>
        new(name, Directory.CreateDirectory(folder.Combine(name)).FullName, project.Replace("{Version}", Version, StringComparison.Ordinal), folder.Combine("packages"));

    public void Dispose() => folder.Dispose();

    private void Pack()
    {
        List<string> arguments =
        [
            "msbuild", "LearningDynamics.PackageConsumer.Tests.csproj", "-t:PackReferencedProjects", "-m", "-nodeReuse:false", "-tl:off", "-nologo",
            $"-p:Configuration={Repository.Configuration}", "-p:NoBuild=true", $"-p:PackageVersion={Version}",
            $"-p:PackageOutputPath={Feed}", $"-p:NuspecOutputPath={folder.Combine("nuspec")}",
        ];

        // Without npm the build went on without the plotting library, which a release may not. All else about the packages can be tested still.
        if (!Repository.HasPlotLibrary)
            arguments.AddRange(["-p:DesignTimeBuild=true", $"-p:PlotLibrary={Repository.PathOf("README.md")}"]);
        Command.Run(Repository.PathOf("tests/PackageConsumer"), "dotnet", arguments).HasNoWarning();
    }

    private PackedPackage Unpack(string file)
    {
        string id = Path.GetFileNameWithoutExtension(file).Replace("." + Version, string.Empty, StringComparison.Ordinal);
        string target = folder.Combine("unpacked", id);
        ZipFile.ExtractToDirectory(file, target);
        return new(id, file, target);
    }
}
