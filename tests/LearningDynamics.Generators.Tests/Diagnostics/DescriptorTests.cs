using System.Reflection;
using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LearningDynamics.Generators.Tests.Diagnostics;

/// <summary>What holds for every diagnostic.</summary>
public class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(ExperimentGenerator).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Ids_are_unique() => Assert.Equal(All.Length, All.Select(descriptor => descriptor.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_diagnostic_has_a_page_that_its_link_leads_to() => Assert.All(All, descriptor =>
    {
        Assert.Equal($"https://github.com/learning-dynamics/learning-dynamics/blob/main/docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri);
        Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}\n", Repository.Read($"docs/diagnostics/{descriptor.Id}.md"), StringComparison.Ordinal);
    });

    [Fact]
    public void Every_diagnostic_is_in_the_index_and_every_page_belongs_to_one()
    {
        string index = Repository.Read("docs/diagnostics/README.md");
        Assert.All(All, descriptor => Assert.Contains($"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} |", index, StringComparison.Ordinal));
        Assert.Equal(All.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal), Repository.DiagnosticPages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_diagnostic_is_tracked_for_release()
    {
        string releases = Repository.Read("generators/LearningDynamics.Generators/AnalyzerReleases.Shipped.md") + Repository.Read("generators/LearningDynamics.Generators/AnalyzerReleases.Unshipped.md");
        Assert.All(All, descriptor => Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", releases, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_digit_of_an_id_is_its_area() =>
        Assert.All(All.GroupBy(descriptor => descriptor.Category), area => Assert.Single(area.Select(descriptor => descriptor.Id[..3]).Distinct()));

    [Fact]
    public void A_page_names_a_code_fix_where_there_is_one()
    {
        HashSet<string> fixable = [.. typeof(LearningDynamics.CodeFixes.AddPartialFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)];
        Assert.All(All, descriptor => Assert.Equal(fixable.Contains(descriptor.Id), Repository.Read($"docs/diagnostics/{descriptor.Id}.md").Contains("\nCode fix: ", StringComparison.Ordinal)));
    }
}
