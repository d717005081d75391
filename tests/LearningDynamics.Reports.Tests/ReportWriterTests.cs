using System.Text;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class ReportWriterTests
{
    [Fact]
    public void Five_files_are_written_into_a_directory_that_need_not_exist()
    {
        using var directory = new TemporaryDirectory();
        string target = directory.File("a/b");

        ReportFiles files = ReportWriter.Write(SampleResults.Rich, target);

        string[] expected = [files.Curves, files.JUnit, files.Html, files.Markdown, files.Results];
        Assert.Equal(expected, Directory.GetFileSystemEntries(target).Order(StringComparer.Ordinal));
        Assert.Equal(["curves.csv", "junit.xml", "report.html", "report.md", "results.json"], expected.Select(Path.GetFileName));
    }

    [Fact]
    public void An_earlier_report_is_replaced()
    {
        using var directory = new TemporaryDirectory();
        ReportWriter.Write(SampleResults.Rich, directory.Path);

        ReportWriter.Write(SampleResults.Passing, directory.Path);

        Assert.Equal(SampleResults.Passing.Runs.Length, ReportWriter.Load(directory.Path).Runs.Length);
        Assert.Equal(5, Directory.GetFiles(directory.Path).Length);
    }

    [Theory]
    [InlineData("rich")]
    [InlineData("hostile")]
    [InlineData("nothing")]
    public void A_loaded_report_is_written_again_byte_by_byte(string name)
    {
        using var first = new TemporaryDirectory();
        using var second = new TemporaryDirectory();
        ReportWriter.Write(Results(name), first.Path);

        ReportWriter.Write(ReportWriter.Load(first.Path), second.Path);

        AssertSameFiles(first, second);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Every_file_is_the_same_under_every_culture(string culture)
    {
        using var invariant = new TemporaryDirectory();
        using var other = new TemporaryDirectory();
        ReportWriter.Write(SampleResults.Rich, invariant.Path);

        using (new CultureScope(culture))
            ReportWriter.Write(SampleResults.Rich, other.Path);

        AssertSameFiles(invariant, other);
    }

    [Fact]
    public void A_directory_without_results_is_refused_with_its_path()
    {
        using var directory = new TemporaryDirectory();

        UsageException failure = Assert.Throws<UsageException>(() => ReportWriter.Load(directory.Path));

        Assert.Contains(directory.File("results.json"), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"schema\":\"something/else\"}")]
    public void Damaged_or_foreign_results_are_refused(string json)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("results.json"), json);

        Assert.Throws<UsageException>(() => ReportWriter.Load(directory.Path));
    }

    [Fact]
    public void A_file_that_could_not_be_finished_leaves_the_old_one()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("file");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void No_text_file_starts_with_a_byte_order_mark()
    {
        using var directory = new TemporaryDirectory();

        ReportWriter.Write(SampleResults.Rich, directory.Path);

        Assert.All(Directory.GetFiles(directory.Path), path => Assert.False(File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble)));
    }

    private static ResultSet Results(string name) => name switch
    {
        "rich" => SampleResults.Rich,
        "hostile" => SampleResults.Hostile,
        _ => SampleResults.Nothing,
    };

    private static void AssertSameFiles(TemporaryDirectory expected, TemporaryDirectory actual)
    {
        foreach (string path in Directory.GetFiles(expected.Path))
            Assert.Equal(File.ReadAllText(path), File.ReadAllText(actual.File(Path.GetFileName(path))));
    }
}
