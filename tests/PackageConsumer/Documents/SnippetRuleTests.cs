using LearningDynamics.PackageConsumer.Tests.Packages;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>That wrong snippets are found, and right ones understood in every shape that pages use.</summary>
[Collection(SharedPacking.Name)]
public class SnippetRuleTests(SnippetCompiler compiler) : IClassFixture<SnippetCompiler>
{
    private const string Experiment = """
        ```csharp
        using LearningDynamics.Experiments;

        [Experiment("demo/decay")]
        public sealed partial class Decay
        {
            [Horizon] public double Duration { get; init; } = 5;
            [Observables] public readonly record struct Curve(double Value);
            [ClosedForm] public Func<double, double> Exact() => time => Math.Exp(-time);
            [Observe] public Curve Observe(Func<double, double> solution, double time) => new(solution(time));
        }
        ```

        """;

    [Theory]
    [InlineData("Console.WriteLine(Mth.Pi);", "CS0103")]
    [InlineData("int unused = 1;", "CS0219")]
    [InlineData("string text = null; Console.WriteLine(text);", "CS8600")]
    [InlineData("[Experiment(\"demo/decay\")] public sealed class Decay { // ...\n}", "LD1001")]
    [InlineData("[Parameter(Above = 2)] public double Rate { get; init; } = 1;", "LD2004")]
    public void A_wrong_snippet_is_found(string code, string id)
    {
        string complaint = Assert.Single(Complaints($"```csharp\n{code}\n```"), complaint => complaint.Contains(id, StringComparison.Ordinal));
        Assert.StartsWith("docs/page.md:2: ", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_generator_runs()
    {
        Assert.Empty(Complaints(Experiment + "```csharp\nConsole.WriteLine(Decay.Descriptor.Id);\n```"));
    }

    [Fact]
    public void A_later_snippet_has_the_usings_and_types_of_the_earlier_ones()
    {
        const string Later = "```csharp\npublic sealed class Faster\n{\n    public Route Route => Route.Flow;\n\n    public Decay Slow { get; } = new();\n}\n```";
        Assert.Empty(Complaints(Experiment + Later));
        Assert.NotEmpty(Complaints(Later));
    }

    [Fact]
    public void A_later_snippet_may_declare_a_type_anew()
    {
        Assert.Empty(Complaints(Experiment + Experiment));
    }

    [Fact]
    public void Members_stand_in_a_class()
    {
        Assert.Empty(Complaints("```csharp\nusing Xunit;\n\n[Fact]\npublic void Two_is_two() => Assert.Equal(2, 1 + 1);\n```"));
    }

    [Fact]
    public void A_snippet_in_a_list_or_behind_longer_marks_is_read_too()
    {
        Assert.Single(Complaints("- item\n\n  ```cs\n  Nonsense();\n  ```\n"));
        Assert.Single(Complaints("````csharp\nNonsense();\n````\n"));
    }

    [Fact]
    public void A_snippet_is_left_out_where_the_page_says_so()
    {
        Assert.Empty(Complaints("<!-- not compiled: nonsense -->\n\n```csharp\nNonsense();\n```"));
        Assert.Empty(Complaints("## Wrong\n\n```csharp\nNonsense();\n```"));
        Assert.Single(Complaints("<!-- not compiled: nonsense -->\n\nSome text.\n\n```csharp\nNonsense();\n```"));
        Assert.Single(Complaints("## Wrong\n\n## Mended\n\n```csharp\nNonsense();\n```"));
    }

    [Fact]
    public void Source_files_of_the_repository_can_be_compiled_with_a_page()
    {
        const string Snippet = "```csharp\nConsole.WriteLine(new SingleMode().Frequency);\n```";
        Assert.Empty(Complaints("<!-- compiled with: samples/PaperFigures/Tachet2018/SingleMode.cs -->\n" + Snippet));
        Assert.NotEmpty(Complaints(Snippet));
    }

    private IReadOnlyList<string> Complaints(string page) => compiler.Complaints(new MarkdownPage("docs/page.md", page));
}
