namespace LearningDynamics.Testing.Tests;

public sealed class TextSnapshotTests : IDisposable
{
    private const string Code = "namespace A;\n\npublic sealed class B\n{\n    public int C => 1;\n    public int D => 2;\n}\n";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_differing_line_is_shown_between_its_neighbours()
    {
        Accept(Code);

        SnapshotMismatchException failure = Mismatch(Code.Replace("=> 1", "=> 11", StringComparison.Ordinal));

        Assert.Contains(
            """
            It differs first at line 5, column 22 (- verified, + received):

                   2  
                   3  public sealed class B
                   4  {
              -    5      public int C => 1;
              -    6      public int D => 2;
              -    7  }
              +    5      public int C => 11;
              +    6      public int D => 2;
              +    7  }

            """.ReplaceLineEndings("\n"),
            failure.Message,
            StringComparison.Ordinal);
        Assert.Empty(failure.Differences);
    }

    [Fact]
    public void A_text_that_goes_on_differs_behind_its_end()
    {
        Accept("one\n");

        string message = Mismatch("one\ntwo\n").Message;

        Assert.Contains("line 2, column 1", message, StringComparison.Ordinal);
        Assert.Contains("  - (end of the text)\n  +    2  two\n  + (end of the text)\n", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\r\ntwo\r\n")]
    [InlineData("one\rtwo")]
    [InlineData("one\ntwo")]
    public void Lines_may_end_in_any_way(string text)
    {
        Accept("one\ntwo\n");

        Match(text, accepts: false);
        Assert.Equal("one\ntwo\n", folder.Read("TheTests.A_test.verified.cs"));
    }

    [Fact]
    public void A_verified_file_checked_out_with_carriage_returns_matches()
    {
        folder.Write("TheTests.A_test.verified.cs", "one\r\ntwo\r\n");

        Match("one\ntwo\n", accepts: false);
    }

    [Theory]
    [InlineData("one\ntwo \n")]
    [InlineData("one\n\ttwo\n")]
    [InlineData("one\ntwo\n\n")]
    [InlineData("one\nTwo\n")]
    public void Blanks_and_case_count(string text)
    {
        Accept("one\ntwo\n");

        Mismatch(text);
        Assert.Equal(text, folder.Read("TheTests.A_test.received.cs"));
    }

    [Fact]
    public void Numbers_in_a_text_have_no_tolerance()
    {
        Accept("1.0");

        Mismatch("1.00000000000001");
    }

    [Fact]
    public void A_snapshot_beside_its_test_is_found_by_the_compiler_s_path()
    {
        Snapshot.MatchText("public static class ThisIsNotCompiled { int }\n", "cs");
    }

    private void Accept(string text) => Match(text, accepts: true);

    private SnapshotMismatchException Mismatch(string text) => Assert.Throws<SnapshotMismatchException>(() => Match(text, accepts: false));

    private void Match(string text, bool accepts) => Snapshot.MatchText(
        text,
        "cs",
        new() { Directory = folder.Path, Environment = new(IsContinuousIntegration: false, accepts) },
        "/sources/TheTests.cs",
        "A_test");
}
