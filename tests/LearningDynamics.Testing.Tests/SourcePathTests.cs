using System.Runtime.CompilerServices;

namespace LearningDynamics.Testing.Tests;

public sealed class SourcePathTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plain_path_is_itself()
    {
        string source = folder.Write("tests/Mine/MyTests.cs", string.Empty);
        Assert.Equal(source, SourcePath.Resolve(source, []));
    }

    [Theory]
    [InlineData("/_/tests/Mine/MyTests.cs")]
    [InlineData("/_1/Mine/MyTests.cs")]
    [InlineData("/_/MyTests.cs")]
    public void A_deterministic_path_is_found_from_the_project_s_folder(string mapped)
    {
        string source = folder.Write("tests/Mine/MyTests.cs", string.Empty);
        Assert.Equal(source, SourcePath.Resolve(mapped, [Path.Combine(folder.Path, "elsewhere"), Path.Combine(folder.Path, "tests", "Mine")]));
    }

    [Fact]
    public void A_linked_source_outside_the_project_is_found_too()
    {
        string source = folder.Write("shared/Common.cs", string.Empty);
        Assert.Equal(source, SourcePath.Resolve("/_/shared/Common.cs", [Path.Combine(folder.Path, "tests", "Mine")]));
    }

    [Theory]
    [InlineData("/_/tests/Mine/Gone.cs")]
    [InlineData("/no/such/folder/MyTests.cs")]
    public void A_source_that_is_not_on_this_machine_is_named(string path)
    {
        DirectoryNotFoundException failure = Assert.Throws<DirectoryNotFoundException>(() => SourcePath.Resolve(path, [folder.Path]));
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_path_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Snapshot.MatchText("text", file: string.Empty));
    }

    [Fact]
    public void The_package_s_build_file_tells_an_assembly_its_project_s_folder()
    {
        string here = ThisFile();
        string project = Path.GetDirectoryName(here)!;
        string mapped = $"/_/tests/{Path.GetFileName(project)}/{Path.GetFileName(here)}";

        Assert.Equal(here, SourcePath.Resolve(mapped));
    }

    [Fact]
    public void A_snapshot_is_found_under_deterministic_source_paths()
    {
        Snapshot.MatchText("Found from the root of the repository.", file: "/_/tests/LearningDynamics.Testing.Tests/SourcePathTests.cs");
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
