using LearningDynamics.PackageConsumer.Tests.Packages;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>The C# of the documentation, compiled against the packages.</summary>
[Collection(SharedPacking.Name)]
public class SnippetTests(SnippetCompiler compiler) : IClassFixture<SnippetCompiler>
{
    public static TheoryData<string> Pages => [.. MarkdownPage.Paths.Where(path => MarkdownPage.Load(path).Snippets.Count > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_compiles_without_a_warning(string page)
    {
        IReadOnlyList<string> complaints = compiler.Complaints(MarkdownPage.Load(page));
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public void Only_what_needs_another_package_is_left_out_beside_the_wrong_examples()
    {
        Snippet[] leftOut = [.. MarkdownPage.Paths.SelectMany(path => MarkdownPage.Load(path).Snippets).Where(snippet => snippet.LeftOut is not null)];
        Snippet[] wrong = [.. leftOut.Where(snippet => snippet.LeftOut == "a wrong example")];
        Assert.All(wrong, snippet => Assert.StartsWith("docs/diagnostics/", snippet.Page, StringComparison.Ordinal));
        Assert.Equal(["docs/guide/ml-net.md: it needs ML.NET", "docs/guide/testing.md: it needs Verify"], leftOut.Except(wrong).Select(snippet => $"{snippet.Page}: {snippet.LeftOut}"));
    }
}
