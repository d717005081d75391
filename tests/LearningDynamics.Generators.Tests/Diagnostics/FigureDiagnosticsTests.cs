using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class FigureDiagnosticsTests
{
    private const string Members = """
        [Parameter, Sweep(1.0, 2.0)] public double Rate { get; init; } = 1;
        [Observables] public readonly record struct More(double Other, double[] Share);
        [Findings] public readonly record struct Shown(double? Half, double Whole, string Label, Map Outcome, Map? Border, Map Spread);
        [Trained] public TrainingPlan Train() => throw new NotSupportedException();
        [Observe] public More Observe(Network network) => new(1, [1]);
        [Find] public Shown Find(Solution solution) => throw new NotSupportedException();
        """;

    [Theory]
    [InlineData("\"A\"")]
    [InlineData("\"\", \"Value\"")]
    [InlineData("\"A\", []")]
    public void LD6001_no_title_or_nothing_shown(string figure) => Expect.Diagnostics(With($"[{{|LD6001:Figure({figure})|}}]"));

    [Fact]
    public void LD6002_an_unknown_name() => Expect.Diagnostic(
        With("[Figure(\"A\", \"Value\", {|LD6002:\"Logit\"|})]"),
        "'Logit' is no observable, finding or map of 'Decay'; choose among Value, Other, Share, Half, Whole, Label, Outcome, Border, Spread");

    [Theory]
    [InlineData("{|LD6002:\"Rate\"|}")]
    [InlineData("{|LD6002:\"value\"|}")]
    [InlineData("{|LD6002:\"Share0\"|}")]
    [InlineData("{|LD6002:\"ShareA\"|}")]
    [InlineData("{|LD6002:\"Value1\"|}")]
    [InlineData("\"Value\", Panels = {|LD6002:\"Value\"|}")]
    [InlineData("\"Value\", Preset = {|LD6002:\"figure-4\"|}")]
    [InlineData("{|LD6002:\"figure-3\"|}")]
    [InlineData("\"Value\", Inset = {|LD6002:[\"Outcome\"]|}")]
    [InlineData("\"Half\", Over = \"Rate\", Inset = {|LD6002:[\"Value\", \"Whole\"]|}")]
    [InlineData("\"Outcome\", Borders = {|LD6002:[\"Border\", \"Half\"]|}")]
    [InlineData("\"Outcome\", Spreads = {|LD6002:[\"Value\"]|}")]
    [InlineData("\"Value\", Spreads = {|LD6002:[\"Half\"]|}")]
    [InlineData("\"Half\", Over = \"Rate\", Spreads = {|LD6002:[\"Spread\"]|}")]
    public void LD6002_a_name_that_means_something_else(string names) => Expect.Diagnostics(With($"[Figure(\"A\", {names})]"));

    [Fact]
    public void LD6003_observables_and_findings() => Expect.Diagnostic(
        With("[Figure(\"A\", \"Value\", {|LD6003:\"Half\"|})]"),
        "'Value' is an observable and 'Half' is a finding; declare one figure for each");

    [Fact]
    public void LD6003_findings_and_maps() => Expect.Diagnostics(With("[Figure(\"A\", \"Half\", {|LD6003:\"Outcome\"|})]"));

    [Theory]
    [InlineData("\"Value\", Over = {|LD6004:\"Rate\"|}")]
    [InlineData("\"Value\", Over = {|LD6004:\"Half\"|}")]
    [InlineData("\"Half\", Over = {|LD6004:\"Value\"|}")]
    [InlineData("\"Outcome\", Over = {|LD6004:\"Rate\"|}")]
    public void LD6004_something_else_across(string names) => Expect.Diagnostics(With($"[Figure(\"A\", {names})]"));

    [Fact]
    public void LD6004_says_what_may_run_across() => Expect.Diagnostic(
        With("[Figure(\"A\", \"Half\", Over = {|LD6004:\"Rat\"|})]"),
        "'Rat' cannot run across this figure: findings are drawn over a parameter; choose among Duration, Rate");

    [Theory]
    [InlineData("\"Value\", As = {|LD6005:MapForm.Points|}")]
    [InlineData("\"Value\", ColourScale = {|LD6005:AxisScale.Logarithmic|}")]
    [InlineData("\"Value\", Over = \"Other\", Spreads = {|LD6005:[\"Other\"]|}")]
    [InlineData("\"Value\", Borders = {|LD6005:[\"Border\"]|}")]
    [InlineData("\"Outcome\", Inset = {|LD6005:[\"Half\"]|}")]
    [InlineData("\"Half\", Panels = {|LD6005:\"Rate\"|}")]
    [InlineData("\"Half\", YScale = {|LD6005:AxisScale.Logarithmic|}")]
    [InlineData("\"Outcome\", As = MapForm.Points, Borders = {|LD6005:[\"Border\"]|}")]
    [InlineData("\"Outcome\", As = MapForm.Points, XScale = {|LD6005:AxisScale.Logarithmic|}")]
    [InlineData("\"Outcome\", Spreads = [\"Spread\"], Borders = {|LD6005:[\"Border\"]|}")]
    public void LD6005_a_setting_of_another_kind(string names) => Expect.Diagnostics(With($"[Figure(\"A\", {names})]"));

    [Fact]
    public void LD6006_too_few_spreads() => Expect.Diagnostic(
        With("[Figure(\"A\", \"Outcome\", \"Border\", Spreads = {|LD6006:[\"Spread\"]|})]"),
        "The figure has 2 names and 1 spreads; give one spread for each name, in the same order");

    [Fact]
    public void LD6007_a_title_twice() => Expect.Diagnostics(With("[Figure(\"A\", \"Value\"), Figure({|LD6007:\"a\"|}, \"Half\")]"));

    [Fact]
    public void A_wrong_figure_is_left_out_and_the_class_is_emitted()
    {
        GeneratorRun run = Expect.Diagnostics(With("[Figure(\"A\", {|LD6002:\"Logit\"|}), Figure(\"B\", \"Value\")]"));
        Assert.Contains("new(\"B\", LD::FigureKind.Curves, [\"Value\"])", run.Emitted("Decay.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("new(\"A\"", run.Emitted("Decay.g.cs"), StringComparison.Ordinal);
        run.AssertCompiles();
    }

    private static string With(string attributes) => Samples.Decay(Members, $"[Preset(\"figure-3\", \"Rate=1,2\")] {attributes}");
}
