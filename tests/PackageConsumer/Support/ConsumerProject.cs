namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>A project outside the tree that knows the library by its packages only. NuGet unpacks into a folder of the tests.</summary>
public sealed class ConsumerProject
{
    private readonly string name;
    private readonly string packagesFolder;

    internal ConsumerProject(string name, string folder, string project, string packagesFolder)
    {
        this.name = name;
        this.packagesFolder = packagesFolder;
        Folder = folder;
        Write(name + ".csproj", project);
    }

    public string Folder { get; }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text) => File.WriteAllText(PathOf(path), text);

    /// <summary>Calls the SDK for the project. No build server stays behind.</summary>
    /// <param name="verb">What it shall do.</param>
    /// <param name="arguments">Further arguments.</param>
    public CommandResult Dotnet(string verb, params IEnumerable<string> arguments) => Command.Run(
        Folder,
        "dotnet",
        [verb, name + ".csproj", "-c", "Release", "-nodeReuse:false", "-tl:off", "-nologo", "-p:UseSharedCompilation=false", .. arguments],
        packagesFolder);

    /// <summary>Runs the program that the project became.</summary>
    /// <param name="folder">The folder of the project that the program is in.</param>
    /// <param name="arguments">Its arguments.</param>
    public CommandResult Start(string folder, params IEnumerable<string> arguments) =>
        Command.Run(Folder, PathOf(Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)), arguments);
}
