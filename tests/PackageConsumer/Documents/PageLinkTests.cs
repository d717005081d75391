namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>Links between the pages of the documentation lead somewhere.</summary>
public class PageLinkTests
{
    public static TheoryData<string> Pages => [.. MarkdownPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_into_the_repository_leads_to_a_file_and_a_heading(string page)
    {
        Assert.Empty(PageLinks.Broken(MarkdownPage.Load(page)));
    }

    [Theory]
    [InlineData("[a](missing.md)")]
    [InlineData("![a](missing.png)")]
    [InlineData("[a](flows.md#no-such-heading)")]
    [InlineData("[a](#no-such-heading)")]
    [InlineData("[a]: ../missing.md")]
    [InlineData("<img src=\"missing.png\" width=\"100\">")]
    [InlineData("[a](../../../outside-the-repository.md)")]
    public void A_broken_link_is_found(string line)
    {
        Assert.Single(Broken(line));
    }

    [Theory]
    [InlineData("[a](flows.md)")]
    [InlineData("[a](flows.md#what-the-numbers-do-not-mean)")]
    [InlineData("[a](../diagnostics/README.md)")]
    [InlineData("[a](../../samples/QuickStart)")]
    [InlineData("[a](https://example.org/missing.md)")]
    [InlineData("# A *heading*, its `code`\n[a](#a-heading-its-code)")]
    [InlineData("# Twice\n# Twice\n[a](#twice) [b](#twice-1)")]
    [InlineData("Not `[a](missing.md)`, which is code.\n```\n[a](missing.md)\n```")]
    public void A_good_link_is_not(string text)
    {
        Assert.Empty(Broken(text));
    }

    private static IEnumerable<string> Broken(string text) => PageLinks.Broken(new MarkdownPage("docs/guide/page.md", text));
}
