using System.Xml.Linq;
using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Packages;

/// <summary>What the packages hold.</summary>
[Collection(SharedPacking.Name)]
public class PackageContentTests(PackedPackages packages)
{
    /// <summary>Every project below src that says that it is packable, but those outside the solution, which not every registry lets build.</summary>
    private static readonly string[] PackableProjects = [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        .Where(project => File.ReadAllText(project).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
        .Where(project => Repository.Read("LearningDynamics.slnx").Contains($"/{Path.GetFileName(project)}\"", StringComparison.Ordinal))
        .Select(project => Path.GetFileNameWithoutExtension(project))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Packable => [.. PackableProjects];

    [Theory]
    [MemberData(nameof(Packable))]
    public void A_package_holds_its_assembly_its_documentation_and_the_read_me(string id)
    {
        PackedPackage package = packages[id];
        Assert.True(package.Holds($"lib/net10.0/{id}.dll"));
        XElement[] members = [.. XDocument.Load(package.PathOf($"lib/net10.0/{id}.xml")).Descendants("member")];
        Assert.NotEmpty(members);
        Assert.Equal("README.md", package.Metadata("readme")?.Value);
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("README.md")), File.ReadAllBytes(package.PathOf("README.md")));
    }

    [Theory]
    [MemberData(nameof(Packable))]
    public void A_package_says_its_licence_and_what_it_is(string id)
    {
        PackedPackage package = packages[id];
        XElement? license = package.Metadata("license");
        Assert.Equal("expression", license?.Attribute("type")?.Value);
        Assert.Equal("MIT", license?.Value);
        Assert.False(string.IsNullOrWhiteSpace(package.Metadata("description")?.Value));
        Assert.NotEqual("Package Description", package.Metadata("description")?.Value);
        Assert.Equal(packages.Version, package.Metadata("version")?.Value);
    }

    [Theory]
    [MemberData(nameof(Packable))]
    public void A_package_has_its_symbols_in_a_symbol_package(string id)
    {
        Assert.Contains($"lib/net10.0/{id}.pdb", packages[id].SymbolFiles());
    }

    [Theory]
    [MemberData(nameof(Packable))]
    public void A_package_depends_on_the_others_in_the_same_version_and_hands_the_generator_on(string id)
    {
        foreach (XElement dependency in packages[id].Dependencies.Where(dependency => IsOurs(dependency.Attribute("id")!.Value)))
            Assert.Equal(packages.Version, dependency.Attribute("version")?.Value);
        XElement? library = packages[id].Dependencies.SingleOrDefault(dependency => dependency.Attribute("id")?.Value == "LearningDynamics");
        Assert.True(id == "LearningDynamics" || library is not null, "It does not depend on the library.");
        Assert.DoesNotContain("Analyzers", library?.Attribute("exclude")?.Value ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_packed()
    {
        Assert.Equal(PackableProjects, packages.All.Select(package => package.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_library_carries_the_generator_and_the_code_fixes()
    {
        PackedPackage library = packages["LearningDynamics"];
        string[] analyzers = [.. Directory.EnumerateFiles(library.PathOf("analyzers/dotnet/cs")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["LearningDynamics.CodeFixes.dll", "LearningDynamics.Generators.dll"], analyzers);
    }

    [Fact]
    public void The_testing_package_passes_the_project_s_folder_to_its_users()
    {
        Assert.True(packages["LearningDynamics.Testing"].Holds("buildTransitive/LearningDynamics.Testing.targets"));
    }

    [PlotLibraryFact]
    public void The_reports_carry_the_plotting_library()
    {
        // The library alone is 1.5 MB, everything else of the assembly a tenth of that.
        Assert.InRange(new FileInfo(packages["LearningDynamics.Reports"].Assembly).Length, 1_000_000, 10_000_000);
    }

    private static bool IsOurs(string id) => id == "LearningDynamics" || id.StartsWith("LearningDynamics.", StringComparison.Ordinal);
}
