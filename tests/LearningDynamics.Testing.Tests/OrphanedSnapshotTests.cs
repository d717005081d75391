namespace LearningDynamics.Testing.Tests;

public sealed class OrphanedSnapshotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public OrphanedSnapshotTests()
    {
        folder.Write("MyTests.cs", "class MyTests { void A_test() {} void Generic<T>() {} }");
        folder.Write("sub/Other.Part.fs", "let ``Another`` () = () \nmember _.Third () = ()");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void This_project_has_no_orphans()
    {
        Snapshot.RequireNoOrphans();
    }

    [Theory]
    [InlineData("MyTests.A_test.verified.json")]
    [InlineData("MyTests.A_test.n=1.5.verified.json")]
    [InlineData("MyTests.Generic.verified.txt")]
    [InlineData("sub/Other.Part.Third.verified.cs")]
    [InlineData("snapshots/Other.Part.Third.verified.cs")]
    [InlineData("bin/Release/MyTests.Gone.verified.json")]
    [InlineData("MyTests.Gone.received.json")]
    public void A_snapshot_whose_test_is_there_is_none(string file)
    {
        folder.Write(file, "[]");
        Require();
    }

    [Theory]
    [InlineData("MyTests.Gone.verified.json")]
    [InlineData("MyTests.A_tes.verified.json")]
    [InlineData("MyTests.test.verified.json")]
    [InlineData("GoneTests.A_test.verified.json")]
    public void A_snapshot_whose_test_is_gone_is_named(string file)
    {
        string orphan = folder.Write(file, "[]");
        folder.Write("MyTests.A_test.verified.json", "[]");

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(Require);

        Assert.EndsWith($"\n  {orphan}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_snapshots_may_lie_elsewhere_than_the_tests()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("MyTests.A_test.verified.json", "[]");
        Require(elsewhere.Path);

        elsewhere.Write("MyTests.Gone.verified.json", "[]");
        Assert.Throws<SnapshotMismatchException>(() => Require(elsewhere.Path));
    }

    private void Require() => Require(null);

    private void Require(string? directory) => Snapshot.RequireNoOrphans(directory, Path.Combine(folder.Path, "MyTests.cs"));
}
