using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Emission;

/// <summary>What is named decides what a figure is, and every setting comes out as it was declared.</summary>
public class FigureEmissionTests
{
    private const string Members = """
        [Parameter, Sweep(1.0, 2.0)] public double Rate { get; init; } = 1;
        [Parameter] public double Value { get; init; } = 1;
        [Observables] public readonly record struct More(double[] Share);
        [Findings] public readonly record struct Shown(double? Half, Map Outcome, Map? Border, Map Spread);
        [Trained] public TrainingPlan Train() => throw new NotSupportedException();
        [Observe] public More Observe(Network network) => new([1]);
        [Find] public Shown Find(Solution solution) => throw new NotSupportedException();
        """;

    [Theory]
    [InlineData("\"A\", \"Value\"", "new(\"A\", LD::FigureKind.Curves, [\"Value\"]),")]
    [InlineData("\"A\", \"Share\", \"Share2\"", "new(\"A\", LD::FigureKind.Curves, [\"Share\", \"Share2\"]),")]
    [InlineData("\"A\", [\"Value\", \"Share1\"]", "new(\"A\", LD::FigureKind.Curves, [\"Value\", \"Share1\"]),")]
    [InlineData("\"A\", \"Value\", Over = \"Share1\"", "new(\"A\", LD::FigureKind.PhasePlane, [\"Value\"]) { Over = \"Share1\" },")]
    [InlineData("\"A\", \"Value\", Panels = \"Value\"", "new(\"A\", LD::FigureKind.Curves, [\"Value\"]) { Panels = \"Value\" },")]
    [InlineData("\"A\", \"Value\", Preset = \"figure-3\"", "new(\"A\", LD::FigureKind.Curves, [\"Value\"]) { Preset = \"figure-3\" },")]
    [InlineData("\"A\", \"Half\"", "new(\"A\", LD::FigureKind.Table, [\"Half\"]),")]
    [InlineData("\"A\", \"Half\", Over = \"Rate\", Inset = [\"Value\"]", "new(\"A\", LD::FigureKind.Sweep, [\"Half\"]) { Over = \"Rate\", Inset = [\"Value\"] },")]
    [InlineData("\"A\", \"Half\", Over = \"Rate\", Inset = [\"Half\"]", "new(\"A\", LD::FigureKind.Sweep, [\"Half\"]) { Over = \"Rate\", Inset = [\"Half\"] },")]
    [InlineData("\"A\", \"Outcome\", Borders = [\"Border\"]", "new(\"A\", LD::FigureKind.Map, [\"Outcome\"]) { Borders = [\"Border\"] },")]
    [InlineData("\"A\", \"Outcome\", ColourScale = AxisScale.Logarithmic", "new(\"A\", LD::FigureKind.Map, [\"Outcome\"]) { ColourScale = LD::AxisScale.Logarithmic },")]
    [InlineData("\"A\", \"Outcome\", Spreads = [\"Spread\"]", "new(\"A\", LD::FigureKind.MapCurves, [\"Outcome\"]) { Spreads = [\"Spread\"] },")]
    [InlineData("\"A\", \"Outcome\", As = MapForm.Curves", "new(\"A\", LD::FigureKind.MapCurves, [\"Outcome\"]),")]
    [InlineData("\"A\", \"Outcome\", As = MapForm.Points", "new(\"A\", LD::FigureKind.Scatter, [\"Outcome\"]),")]
    [InlineData("\"A\", \"Outcome\", As = MapForm.Plane", "new(\"A\", LD::FigureKind.Map, [\"Outcome\"]),")]
    [InlineData("\"A\", \"Value\", \"Share\", Spreads = [\"Share1\", \"Share\"]", "new(\"A\", LD::FigureKind.Curves, [\"Value\", \"Share\"]) { Spreads = [\"Share1\", \"Share\"] },")]
    [InlineData(
        "\"A \\\"b\\\"\", \"Value\", Caption = \"c\", Panels = \"Rate\", XTitle = \"x\", YTitle = \"y\", XScale = AxisScale.Logarithmic, YScale = AxisScale.Linear",
        "new(\"A \\\"b\\\"\", LD::FigureKind.Curves, [\"Value\"]) { Caption = \"c\", Panels = \"Rate\", XTitle = \"x\", YTitle = \"y\", XScale = LD::AxisScale.Logarithmic },")]
    public void A_figure_is_emitted(string declared, string emitted) =>
        Assert.Contains($"            {emitted}\n", GeneratorRun.Clean(Samples.Decay(Members, $"[Preset(\"figure-3\", \"Rate=1,2\"), Figure({declared})]")).Emitted("Decay.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void Without_a_figure_nothing_is_emitted() => Assert.DoesNotContain("Figure", GeneratorRun.Clean(Samples.Decay()).Emitted("Decay.g.cs"), StringComparison.Ordinal);
}
