using System.IO.Compression;
using System.Xml.Linq;

namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>One package.</summary>
/// <param name="id">Its id.</param>
/// <param name="file">The package file.</param>
/// <param name="folder">Where it is unpacked.</param>
public sealed class PackedPackage(string id, string file, string folder)
{
    private readonly XElement metadata = XDocument.Load(Path.Combine(folder, id + ".nuspec")).Root!.Elements().Single(element => element.Name.LocalName == "metadata");

    public string Id => id;

    /// <summary>The assembly that programs reference.</summary>
    public string Assembly => PathOf($"lib/net10.0/{id}.dll");

    /// <summary>What the nuspec says it depends on.</summary>
    public IEnumerable<XElement> Dependencies => metadata.Descendants().Where(element => element.Name.LocalName == "dependency");

    public string PathOf(string path) => Path.GetFullPath(Path.Combine(folder, path));

    public bool Holds(string path) => File.Exists(PathOf(path));

    /// <summary>An entry of the nuspec.</summary>
    /// <param name="name">Its name.</param>
    public XElement? Metadata(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    /// <summary>The files of the symbol package beside the package.</summary>
    public IReadOnlyList<string> SymbolFiles()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.ChangeExtension(file, ".snupkg"));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
