using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class PresetDiagnosticsTests
{
    private const string Parameters = """
        [Parameter(Above = 0, AtMost = 10)] public double Rate { get; init; } = 1;
        [Parameter(AtLeast = 1)] public int Size { get; init; } = 1;
        [Parameter] public bool IsKept { get; init; }
        [Parameter] public string Label { get; init; } = "a";
        [Parameter] public DayOfWeek Day { get; init; }
        """;

    [Theory]
    [InlineData("{|LD2017:\"\"|}, \"Rate=2\"")]
    [InlineData("{|LD2017:\"  \"|}, \"Rate=2\"")]
    [InlineData("{|LD2017:\"Figure 3\"|}, \"Rate=2\"")]
    [InlineData("{|LD2017:\"figure_3\"|}, \"Rate=2\"")]
    public void LD2017_a_name_that_cannot_be_typed_without_care(string arguments) => Expect.Diagnostics(Preset(arguments));

    [Fact]
    public void LD2017_suggests_a_name() => Expect.Diagnostic(
        Preset("{|LD2017:\"Figure3\"|}, \"Rate=2\""),
        "'Figure3' names no preset; a name is lower-case letters, digits and hyphens, such as 'figure3'");

    [Theory]
    [InlineData("\"figure-3\"")]
    [InlineData("\"figure-3\", new string[0]")]
    public void LD2018_a_preset_that_sets_nothing(string arguments) => Expect.Diagnostics(Class($"[{{|LD2018:Preset({arguments})|}}]"));

    [Theory]
    [InlineData("Rate")]
    [InlineData("=2")]
    [InlineData("")]
    public void LD2019_a_setting_that_is_no_name_with_a_value(string setting) => Expect.Diagnostics(Preset($"\"figure-3\", {{|LD2019:\"{setting}\"|}}"));

    [Fact]
    public void LD2020_an_unknown_parameter_with_the_nearest_one() => Expect.Diagnostic(
        Preset("\"figure-3\", \"Size=2\", {|LD2020:\"Rat=2\"|}"),
        "There is no parameter 'Rat' for the preset 'figure-3' to set; did you mean 'Rate'?");

    [Fact]
    public void LD2020_without_any_parameter() => Expect.Diagnostic(
        """
        [Experiment("demo/constant")]
        [Preset("figure-3", {|LD2020:"Rate=2"|})]
        [CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 1e-9)]
        public sealed partial class Constant
        {
            [Findings] public readonly record struct Shown(double Size);
            [Answer(Route.ClosedForm)] public Answer<Shown> Solve(RouteRequest request) => new(new Shown(1));
            [Answer(Route.Trained)] public Answer<Shown> Train(RouteRequest request) => new(new Shown(1));
        }
        """,
        "There is no parameter 'Rate' for the preset 'figure-3' to set; the experiment has none");

    [Fact]
    public void A_parameter_with_a_mistake_of_its_own_is_not_unknown() => Expect.Diagnostics(
        Samples.Decay("[Parameter] public float {|LD2002:Rate|} { get; init; }", "[Preset(\"figure-3\", \"Rate=2\")]"));

    [Theory]
    [InlineData("Rate=fast")]
    [InlineData("Rate=")]
    [InlineData("Size=1.5")]
    [InlineData("Size=3000000000")]
    [InlineData("IsKept=yes")]
    [InlineData("Day=Mon")]
    public void LD2021_a_value_of_another_type(string setting) => Expect.Diagnostics(Preset($"\"figure-3\", {{|LD2021:\"{setting}\"|}}"));

    [Fact]
    public void LD2021_says_which_of_several_values() => Expect.Diagnostic(
        Preset("\"figure-3\", {|LD2021:\"Day=Monday,Mon\"|}"),
        "The value 'Mon' in the preset 'figure-3' is no member of DayOfWeek, which is the type of the parameter 'Day'");

    [Theory]
    [InlineData("Rate=0")]
    [InlineData("Rate=1,11")]
    [InlineData("Rate=NaN")]
    [InlineData("Size=0")]
    [InlineData("duration=0")]
    public void LD2022_a_value_outside_the_range(string setting) => Expect.Diagnostics(Preset($"\"figure-3\", {{|LD2022:\"{setting}\"|}}"));

    [Fact]
    public void LD2022_in_an_array_marks_the_attribute() => Expect.Diagnostic(
        Class("[{|LD2022:Preset(\"figure-3\", new[] { \"Size=2\", \"Rate=11\" })|}]"),
        "The value 11 in the preset 'figure-3' is outside the range (0, 10] of the parameter 'Rate'");

    [Fact]
    public void LD2023_a_parameter_twice_in_one_attribute() => Expect.Diagnostics(Preset("\"figure-3\", \"Rate=1\", {|LD2023:\"rate=2\"|}"));

    [Fact]
    public void LD2024_a_value_twice() => Expect.Diagnostics(Preset("\"figure-3\", {|LD2024:\"Rate=1,2,1.0\"|}"));

    [Fact]
    public void Several_attributes_may_share_a_name_and_a_parameter() => GeneratorRun.Clean(Class(
        "[Preset(\"figure-3\", \"Rate=1\", \"Label=\", \"IsKept=TRUE\")]\n[Preset(\"figure-3\", \" rate = 2 , 3 \", \"Day=monday\")]\n[Preset(\"figure-4\", \"Size=2\")]"));

    private static string Preset(string arguments) => Class($"[Preset({arguments})]");

    private static string Class(string attributes) => Samples.Decay(Parameters, attributes);
}
