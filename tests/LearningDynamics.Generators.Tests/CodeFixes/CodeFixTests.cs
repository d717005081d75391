using LearningDynamics.CodeFixes;
using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LearningDynamics.Generators.Tests.CodeFixes;

public class CodeFixTests
{
    [Theory]
    [InlineData("public sealed class Decay", "public sealed partial class Decay")]
    [InlineData("class Decay", "partial class Decay")]
    [InlineData("public record Decay", "public partial record Decay")]
    public Task Partial_is_added_to_the_class(string head, string mended) =>
        Mends(new AddPartialFix(), Samples.Decay().Replace("public sealed partial class Decay", head, StringComparison.Ordinal), head, mended);

    [Fact]
    public Task Partial_is_added_to_the_classes_around() => Mends(
        new AddPartialFix(),
        "// What is measured.\nstatic class Outer\n{\n" + Samples.Decay().Replace("partial class Decay", "class Decay", StringComparison.Ordinal) + "\n}\n",
        ("static class Outer", "static partial class Outer"),
        ("sealed class Decay", "sealed partial class Decay"));

    [Theory]
    [InlineData("public double Rate { get; } = 1;", "public double Rate { get; init; } = 1;")]
    [InlineData("public double Rate { get; }", "public double Rate { get; init; }")]
    public Task Init_is_added_to_a_parameter(string property, string mended) => Mends(new AddInitFix(), Samples.Decay("[Parameter] " + property), property, mended);

    [Theory]
    [InlineData("[Parameter] public double Rate => 1;")]
    [InlineData("[Parameter] public static double Rate { get; set; }")]
    public async Task Init_is_not_offered_where_it_would_not_help(string property) => Assert.Empty(await FixRun.Titles(new AddInitFix(), Samples.Decay(property)));

    [Theory]
    [InlineData("[Sweep(1, 2)] public int Size", "[Parameter, Sweep(1, 2)] public int Size")]
    [InlineData("[Sweep(1, 2), Seed] public int Size", "[Parameter, Sweep(1, 2), Seed] public int Size")]
    [InlineData("[Sweep(1, 2)] [Seed] public int Size", "[Parameter, Sweep(1, 2)] [Seed] public int Size")]
    public Task Parameter_is_added_before_sweep_and_seed(string property, string mended) =>
        Mends(new AddParameterFix(), Samples.Decay(property + " { get; init; }"), property, mended);

    [Fact]
    public async Task A_horizon_is_added_behind_the_properties()
    {
        string source = Samples.Decay(horizon: "[Parameter] public double Duration { get; init; } = 1;");
        string mended = await FixRun.All(new AddHorizonFix(), source);
        Assert.Contains("""
                [Parameter] public double Duration { get; init; } = 1;
                /// <summary>Until which time the experiment runs.</summary>
                [Horizon]
                public double Horizon { get; init; } = 10;

                [Observables]
            """.ReplaceLineEndings("\n"), mended, StringComparison.Ordinal);
        GeneratorRun.Clean(mended);
    }

    [Theory]
    [InlineData("[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]\n")]
    [InlineData("[CrossCheck(Route.Flow, Route.Flow, Relative = 1)]\n")]
    [InlineData("[CrossCheck(Route.ClosedForm, Route.Flow)]\n")]
    [InlineData("[CrossCheck(Route.ClosedForm, Route.Flow, Seeds = 5)]\n")]
    public Task A_cross_check_without_sense_is_removed(string attribute) => Mends(new RemoveCrossCheckFix(), Samples.Decay(attributes: attribute), attribute, string.Empty);

    [Fact]
    public Task A_cross_check_beside_another_is_removed_alone() => Mends(
        new RemoveCrossCheckFix(),
        Samples.Decay(attributes: "[CrossCheck(Route.Flow, Route.Flow, Relative = 1), CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1)]"),
        "[CrossCheck(Route.Flow, Route.Flow, Relative = 1), CrossCheck(",
        "[CrossCheck(");

    [Fact]
    public Task The_doc_comment_stays_where_the_first_attribute_is_removed() => Mends(
        new RemoveCrossCheckFix(),
        "/// <summary>Falls.</summary>\n[CrossCheck(Route.Flow, Route.Flow, Relative = 1)]\n" + Samples.Decay(),
        "[CrossCheck(Route.Flow, Route.Flow, Relative = 1)]\n",
        string.Empty);

    [Theory]
    [InlineData("Above = 0, AtMost = 1), Sweep(0.5, 2)", "Above = 0, AtMost = 1), Sweep(0.5, 1)")]
    [InlineData("AtLeast = -1), Sweep(0.5, -2)", "AtLeast = -1), Sweep(0.5, -1)")]
    public Task The_nearest_bound_replaces_a_swept_value(string attributes, string mended) =>
        Mends(new ReplaceValueFix(), Samples.Decay($"[Parameter({attributes}] public double Rate {{ get; init; }} = 1;"), attributes, mended);

    [Theory]
    [InlineData("double", "-1", "2.5")]
    [InlineData("int", "-1", "3")]
    public Task The_nearest_bound_replaces_a_default(string type, string wrong, string mended) => Mends(
        new ReplaceValueFix(),
        Samples.Decay($"[Parameter(AtLeast = {mended})] public {type} Rate {{ get; init; }} = {wrong};"),
        $"init; }} = {wrong};",
        $"init; }} = {mended};");

    [Fact]
    public async Task An_open_bound_is_no_value_and_is_not_offered() =>
        Assert.Empty(await FixRun.Titles(new ReplaceValueFix(), Samples.Decay("[Parameter(Above = 0)] public double Rate { get; init; } = -1;")));

    [Fact]
    public async Task An_id_is_put_into_shape()
    {
        string source = Samples.Decay(id: "\"Demo/FirstDecay\"");
        Assert.Equal(["Use \"demo/first-decay\""], await FixRun.Titles(new ReplaceValueFix(), source));
        await Mends(new ReplaceValueFix(), source, "\"Demo/FirstDecay\"", "\"demo/first-decay\"");
    }

    [Theory]
    [InlineData("\"Figure 3\", \"Size=2\"", "\"figure-3\", \"Size=2\"")]
    [InlineData("\"figure-3\", \"Sise=2,3\"", "\"figure-3\", \"Size=2,3\"")]
    [InlineData("\"figure-3\", \"Size=2,0\"", "\"figure-3\", \"Size=2,1\"")]
    public Task A_preset_is_put_right(string arguments, string mended) => Mends(
        new ReplaceValueFix(),
        Samples.Decay("[Parameter(AtLeast = 1)] public int Size { get; init; } = 1;", $"[Preset({arguments})]"),
        arguments,
        mended);

    [Theory]
    [InlineData("Above = 0), Sweep(1, 0, 2)", "Above = 0), Sweep(1, 2)")]
    [InlineData("Above = 0), Sweep(0, 1)", "Above = 0), Sweep(1)")]
    [InlineData("Above = 0), Sweep(1, \"x\")", "Above = 0), Sweep(1)")]
    [InlineData("Above = 0), Sweep(1, 2, 1)", "Above = 0), Sweep(1, 2)")]
    public Task A_swept_value_is_removed(string attributes, string mended) =>
        Mends(new RemoveSweptValueFix(), Samples.Decay($"[Parameter({attributes}] public double Rate {{ get; init; }} = 1;"), attributes, mended);

    [Fact]
    public async Task The_only_swept_value_is_not_removed() =>
        Assert.Empty(await FixRun.Titles(new RemoveSweptValueFix(), Samples.Decay("[Parameter(Above = 0), Sweep(0)] public double Rate { get; init; } = 1;")));

    [Fact]
    public Task The_trained_route_becomes_the_right_side_of_an_order_check() => Mends(
        new SwapRoutesFix(),
        Samples.Decay("[Trained] public TrainingPlan Train() => null!; [Observe] public Curve Observe(Network network) => new(1);", "[CrossCheck(Route.Trained, Route.Flow, Order = 1)]"),
        "Route.Trained, Route.Flow",
        "Route.Flow, Route.Trained");

    [Fact]
    public async Task All_of_a_document_are_mended_at_once()
    {
        string source = Samples.Decay("[Parameter] public double First { get; } = 1; [Parameter] public double Second { get; } = 1; [Parameter] public int Third { get; }");
        string mended = await FixRun.Batch(new AddInitFix(), source);
        Assert.Equal(source.Replace("{ get; }", "{ get; init; }", StringComparison.Ordinal), mended);
    }

    private static Task Mends(CodeFixProvider fix, string source, string wrong, string mended) => Mends(fix, source, (wrong, mended));

    /// <summary>Asserts that the fix changes exactly these parts, and that the generator then finds nothing more.</summary>
    private static async Task Mends(CodeFixProvider fix, string source, params (string Wrong, string Mended)[] parts)
    {
        string actual = await FixRun.All(fix, source);
        string expected = source;
        foreach ((string wrong, string mended) in parts)
        {
            Assert.Contains(wrong, expected, StringComparison.Ordinal);
            expected = expected.Replace(wrong, mended, StringComparison.Ordinal);
        }

        Assert.Equal(expected, actual);
        GeneratorRun.Clean(actual);
    }
}
