using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Tests.Diagnostics;

/// <summary>The pages' own examples, compiled: the wrong one has the diagnostic on the lines that say so, the mended one has none.</summary>
public class PageTests
{
    public static TheoryData<string> Pages => [.. Repository.DiagnosticPages.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_wrong_example_has_the_diagnostic_where_the_page_says(string id)
    {
        string source = DocumentedExample.Complete(Blocks(id)[0], withHorizon: id != "LD2012");
        string[] lines = source.Split('\n');
        int[] expected = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].EndsWith($"// {id}", StringComparison.Ordinal))];
        Diagnostic[] found = Found(id, source);
        Assert.NotEmpty(expected);
        Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.Equal(expected, found.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line).Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_mended_example_has_none_and_compiles(string id)
    {
        string source = DocumentedExample.Complete(Blocks(id)[1]);
        Assert.Empty(Found(id, source));
        GeneratorRun.Of(source).AssertCompiles();
    }

    private static string[] Blocks(string id)
    {
        string[] blocks = DocumentedExample.Blocks(Repository.Read($"docs/diagnostics/{id}.md"));
        Assert.Equal(2, blocks.Length);
        return blocks;
    }

    /// <summary>What the generator finds. That an example has one route only is no matter where it is not the subject.</summary>
    private static Diagnostic[] Found(string id, string source) =>
        [.. GeneratorRun.Of(source).Diagnostics.Where(diagnostic => id == "LD3002" || diagnostic.Id != "LD3002")];
}
