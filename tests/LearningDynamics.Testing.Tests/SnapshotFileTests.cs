namespace LearningDynamics.Testing.Tests;

public sealed class SnapshotFileTests : IDisposable
{
    private const string Verified = "TheTests.A_test.verified.json";
    private const string Received = "TheTests.A_test.received.json";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_verified_file_it_fails_and_writes_what_it_received()
    {
        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match("{\"a\":[1,2],\"b\":{}}", Plain));

        Assert.Equal("{\n  \"a\": [1, 2],\n  \"b\": {}\n}\n", folder.Read(Received));
        Assert.Equal([Received], folder.Files);
        Assert.Contains("There is no verified file.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("LEARNINGDYNAMICS_ACCEPT=1", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder.Path, Verified), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mismatch_lists_the_numbers_and_writes_the_received_file()
    {
        folder.Write(Verified, "{ \"a\": [1, 2] }");

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match("{ \"a\": [1, 2.02] }", Plain));

        Assert.Equal("{\n  \"a\": [1, 2.02]\n}\n", folder.Read(Received));
        Assert.Equal("{ \"a\": [1, 2] }", folder.Read(Verified));
        Assert.Equal("$.a[1]", Assert.Single(failure.Differences).Path);
        Assert.Equal(
            $"""
             The snapshot TheTests.A_test does not match. It differs in 1 place (relative tolerance 1E-09, absolute 1E-12):

               path    expected  actual  relative difference
               $.a[1]  2         2.02    9.9E-03

               verified: {Path.Combine(folder.Path, Verified)}
               received: {Path.Combine(folder.Path, Received)}
             If what was received is right, run the test again with LEARNINGDYNAMICS_ACCEPT=1, or rename the received file to the verified one; then commit it.
             """.ReplaceLineEndings("\n"),
            failure.Message);
    }

    [Fact]
    public void A_match_deletes_the_received_file_of_an_earlier_failure()
    {
        folder.Write(Verified, "[1]");
        folder.Write(Received, "[2]");

        Match("[1.0000000001]", Plain);

        Assert.Equal([Verified], folder.Files);
        Assert.Equal("[1]", folder.Read(Verified));
    }

    [Fact]
    public void Accepting_writes_the_verified_file_and_the_next_run_matches()
    {
        folder.Write(Received, "[2]");

        Match("[1]", Accepting);

        Assert.Equal([Verified], folder.Files);
        Match("[1]", Plain);
    }

    [Fact]
    public void Accepting_leaves_a_file_alone_that_matches_within_the_tolerance()
    {
        folder.Write(Verified, "[1]");

        Match("[1.0000000001]", Accepting);

        Assert.Equal("[1]", folder.Read(Verified));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_CI_nothing_is_accepted(bool exists)
    {
        if (exists)
            folder.Write(Verified, "[1]");

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match("[2]", new(IsContinuousIntegration: true, Accepts: true)));

        Assert.Contains("This is a CI run, where no snapshot is accepted", failure.Message, StringComparison.Ordinal);
        Assert.Equal(exists ? [Received, Verified] : [Received], folder.Files);
    }

    [Fact]
    public void Two_snapshots_that_share_a_file_are_not_accepted()
    {
        Match("[1]", Accepting);

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match("[2]", Accepting));

        Assert.Contains("Give each its own SnapshotSettings.Name", failure.Message, StringComparison.Ordinal);
        Assert.Equal("[1]\n", folder.Read(Verified));
    }

    [Fact]
    public void A_name_tells_apart_the_snapshots_of_one_test()
    {
        Match("[1]", Accepting, "n=1");
        Match("[2]", Accepting, "n=2");

        Assert.Equal(["TheTests.A_test.n=1.verified.json", "TheTests.A_test.n=2.verified.json"], folder.Files);
    }

    [Fact]
    public void A_folder_may_be_given_from_that_of_the_source_file()
    {
        string source = folder.Write("TheTests.cs", string.Empty);

        Snapshot.MatchJson("[1]", new() { Directory = "snapshots", Environment = Accepting }, source, "A_test");

        Assert.Equal(["TheTests.cs", Path.Combine("snapshots", Verified)], folder.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..\\b")]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    public void A_name_that_no_file_may_have_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new SnapshotSettings { Name = name });
        Assert.Throws<ArgumentException>(() => Snapshot.MatchText("text", name));
    }

    [Fact]
    public void A_verified_file_with_a_merge_conflict_is_a_mismatch()
    {
        folder.Write(Verified, "<<<<<<< ours\n[1]\n");

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match("[1]", Plain));

        Assert.Contains("The verified file is no JSON", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_received_file_cannot_be_written_the_mismatch_is_reported_all_the_same()
    {
        folder.Write(Path.Combine(Received, "in the way"), string.Empty);

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match("[1]", Plain));

        Assert.Contains("could not be written", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_differences_are_listed_and_the_others_counted_with_the_largest()
    {
        string verified = $"[{string.Join(',', Enumerable.Range(1, 33))}]";
        string received = $"[{string.Join(',', Enumerable.Range(1, 33).Select(number => number == 31 ? "62" : number + ".01"))}]";
        folder.Write(Verified, verified);

        SnapshotMismatchException failure = Assert.Throws<SnapshotMismatchException>(() => Match(received, Plain));

        Assert.Equal(33, failure.Differences.Count);
        Assert.Contains("It differs in 33 places", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\n  $[19]  ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  $[20]  ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("... and 13 more. The largest relative difference is 5.0E-01, at $[30].", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_message_is_the_same_under_any_culture(string culture)
    {
        folder.Write(Verified, "{ \"i\": [1.5] }");
        string Message() => Assert.Throws<SnapshotMismatchException>(() => Match("{ \"i\": [1.75] }", Plain)).Message;

        Assert.Equal(Culture.Under(string.Empty, Message), Culture.Under(culture, Message));
    }

    private static SnapshotEnvironment Plain => new(IsContinuousIntegration: false, Accepts: false);

    private static SnapshotEnvironment Accepting => new(IsContinuousIntegration: false, Accepts: true);

    private void Match(string json, SnapshotEnvironment environment, string? name = null) =>
        Snapshot.MatchJson(json, new() { Directory = folder.Path, Environment = environment, Name = name }, "/sources/TheTests.cs", "A_test");
}
