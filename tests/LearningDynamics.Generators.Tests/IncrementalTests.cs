using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningDynamics.Generators.Tests;

/// <summary>Which steps run again after an edit. What is not named here is covered by every other test, which reruns on an unchanged clone.</summary>
public class IncrementalTests
{
    private static readonly string First = Samples.Decay();
    private static readonly string Second = Samples.Decay(id: "\"demo/second\"", name: "Second");

    [Fact]
    public void Adding_an_unrelated_type_runs_no_output_step()
    {
        GeneratorRun before = GeneratorRun.Clean(First, Second);
        GeneratorRun after = before.Again(before.Input.AddSyntaxTrees(Parse("public class Unrelated;", "Unrelated.cs")));
        Assert.All(after.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("Math.Exp(-solution.Rate * time)", "1 / (1 + time)")]
    [InlineData("public double[] Start() => [1];", "public double[] Start() { return [2]; }")]
    [InlineData("Duration { get; init; } = 5;", "Duration { get; init; } = 6;")]
    [InlineData("public sealed record Solution(double Rate);", "public sealed record Solution(double Rate); // A comment, and new lines:\n\n\n")]
    public void Editing_a_method_body_an_initialiser_or_a_comment_runs_no_output_step(string old, string @new)
    {
        GeneratorRun before = GeneratorRun.Clean(First, Second);
        GeneratorRun after = Edit(before, 0, old, @new);
        Assert.All(after.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Editing_one_experiment_leaves_the_output_of_the_others_and_the_catalog_cached()
    {
        GeneratorRun before = GeneratorRun.Clean(First, Second);
        GeneratorRun after = Edit(before, 0, "[Horizon]", "[Horizon, Sweep(1, 2)]");
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], after.Reasons(Steps.Experiments).Order());
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], after.OutputReasons().Order());
        Assert.All(after.Reasons(Steps.Catalog), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.Equal(before.Emitted("Second.g.cs"), after.Emitted("Second.g.cs"));
        Assert.NotEqual(before.Emitted("Decay.g.cs"), after.Emitted("Decay.g.cs"));
    }

    [Fact]
    public void Adding_an_experiment_emits_it_and_the_catalog_and_leaves_the_first_cached()
    {
        GeneratorRun before = GeneratorRun.Clean(First);
        GeneratorRun after = before.Again(before.Input.AddSyntaxTrees(Parse(Second, "Second.cs")));
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], after.OutputReasons().Order());
        Assert.Contains("global::Second.Descriptor", after.Emitted("DeclaredExperiments.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_an_experiment_removes_its_file_and_its_place_in_the_catalog()
    {
        GeneratorRun before = GeneratorRun.Clean(First, Second);
        GeneratorRun after = before.Again(before.Input.RemoveSyntaxTrees(before.Input.SyntaxTrees.ElementAt(2)));
        Assert.Equal(["Decay.g.cs", "DeclaredExperiments.g.cs"], after.Result.GeneratedSources.Select(source => source.HintName));
        Assert.DoesNotContain("Second", after.Emitted("DeclaredExperiments.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Making_a_mistake_and_mending_it_comes_back_to_the_same_files()
    {
        GeneratorRun before = GeneratorRun.Clean(First, Second);
        GeneratorRun wrong = Edit(before, 0, "sealed partial class", "sealed class");
        Assert.Equal(["LD1001"], wrong.Diagnostics.Select(diagnostic => diagnostic.Id));
        GeneratorRun mended = Edit(wrong, 0, "sealed class", "sealed partial class");
        Assert.Empty(mended.Diagnostics);
        Assert.Equal(before.Emitted("Decay.g.cs"), mended.Emitted("Decay.g.cs"));
    }

    [Fact]
    public void An_edit_in_another_file_that_matters_is_seen()
    {
        const string Shared = "[Observables] public readonly record struct Measured(double Size);";
        GeneratorRun before = GeneratorRun.Clean(
            Samples.Decay("[Trained] public TrainingPlan Train() => null!; [Observe] public Measured Look(Network network) => default;"),
            Shared);
        GeneratorRun after = Edit(before, 1, "double Size", "double Size, double Speed");
        Assert.Contains("writer.Add(\"Speed\", value.Speed);", after.Emitted("Decay.g.cs"), StringComparison.Ordinal);
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Sources.ParseOptions, path);

    private static GeneratorRun Edit(GeneratorRun before, int file, string old, string @new)
    {
        SyntaxTree tree = before.Input.SyntaxTrees.ElementAt(file + 1);
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return before.Again(before.Input.ReplaceSyntaxTree(tree, Parse(text.Replace(old, @new, StringComparison.Ordinal), tree.FilePath)));
    }
}
