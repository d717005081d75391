using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests;

/// <summary>The examples of the guide, compiled.</summary>
public class GuideTests
{
    private static readonly string[] Blocks =
        [.. new[] { "declaring-experiments", "figures" }.SelectMany(page => DocumentedExample.Blocks(Repository.Read($"docs/guide/{page}.md")))];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Blocks.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_example_of_the_guide_has_no_diagnostic_and_compiles(int number)
    {
        GeneratorRun run = GeneratorRun.Clean(DocumentedExample.Complete(Blocks[number]));
        Assert.Equal(2, run.Result.GeneratedSources.Length);
    }

    [Fact]
    public void Every_attribute_is_in_an_example()
    {
        string examples = string.Join('\n', Blocks);
        string[] attributes = [.. typeof(LearningDynamics.Experiments.ExperimentAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == "LearningDynamics.Experiments")
            .Select(type => type.Name[..^"Attribute".Length])];
        Assert.NotEmpty(attributes);
        Assert.All(attributes.Where(name => name != "Trained"), name => Assert.Matches($@"[\[ ]{name}[\](,]", examples));
    }
}
