using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class ParameterDiagnosticsTests
{
    [Theory]
    [InlineData("[Parameter] public double {|LD2001:Rate|} { get; }")]
    [InlineData("[Parameter] public double {|LD2001:Rate|} => 1;")]
    [InlineData("[Parameter] public static double {|LD2001:Rate|} { get; set; }")]
    [InlineData("[Parameter] public double {|LD2001:Rate|} { init { } }")]
    [InlineData("[Parameter] public double {|LD2001:this|}[int index] { get => 1; set { } }")]
    public void LD2001_a_parameter_that_cannot_be_set(string member) => Expect.Diagnostics(Samples.Decay(member));

    [Theory]
    [InlineData("float")]
    [InlineData("decimal")]
    [InlineData("double?")]
    [InlineData("string?")]
    [InlineData("double[]")]
    [InlineData("System.AttributeTargets")]
    public void LD2002_an_unsupported_type(string type) => Expect.Diagnostics(Samples.Decay($"[Parameter] public {type} {{|LD2002:Rate|}} {{ get; init; }} = default!;"));

    [Theory]
    [InlineData("double", "Above = {|LD2003:1|}, Below = 1")]
    [InlineData("double", "Above = {|LD2003:1|}, AtMost = 1")]
    [InlineData("double", "AtLeast = {|LD2003:2|}, AtMost = 1")]
    [InlineData("double", "AtMost = {|LD2003:double.NaN|}")]
    [InlineData("double", "Above = {|LD2003:double.PositiveInfinity|}")]
    [InlineData("int", "Above = {|LD2003:0|}, Below = 1")]
    [InlineData("long", "AtLeast = {|LD2003:0.5|}, AtMost = 0.7")]
    public void LD2003_an_empty_range(string type, string bounds) => Expect.Diagnostics(Samples.Decay($"[Parameter({bounds})] public {type} Rate {{ get; init; }} = 1;"));

    [Theory]
    [InlineData("double", "AtLeast = 1, AtMost = 1")]
    [InlineData("int", "Above = 0, Below = 2")]
    public void A_range_of_one_value_is_allowed(string type, string bounds) => GeneratorRun.Clean(Samples.Decay($"[Parameter({bounds})] public {type} Rate {{ get; init; }} = 1;"));

    [Theory]
    [InlineData("[Parameter(Above = 0)] public double Rate { get; init; } = {|LD2004:0|};")]
    [InlineData("[Parameter(Above = 0)] public double Rate { get; init; } = {|LD2004:-1.5|};")]
    [InlineData("[Parameter(Above = 0)] public double {|LD2004:Rate|} { get; init; }")]
    [InlineData("private const int Few = 2; [Parameter(AtLeast = 3)] public int Rate { get; init; } = {|LD2004:Few|};")]
    [InlineData("[Parameter(Below = 10)] public long Rate { get; init; } = {|LD2004:10|};")]
    [InlineData("[Parameter] public double Rate { get; init; } = {|LD2004:double.NaN|};")]
    public void LD2004_a_default_outside_the_range(string member) => Expect.Diagnostics(Samples.Decay(member));

    [Fact]
    public void LD2004_a_horizon_of_0() => Expect.Diagnostic(
        Samples.Decay(horizon: "[Horizon] public double {|LD2004:Duration|} { get; init; }"),
        "The default 0 of the parameter 'Duration' is outside its range (0, inf)");

    [Theory]
    [InlineData("[Parameter(Above = 0)] public double Rate { get; init; } = Math.Sqrt(2);")]
    [InlineData("public Decay() => Rate = 1; [Parameter(Above = 0)] public double Rate { get; init; }")]
    public void A_default_that_is_no_constant_is_left_to_run_time(string member) => GeneratorRun.Clean(Samples.Decay(member));

    [Theory]
    [InlineData("Above = 0", "1, {|LD2005:0|}, 2")]
    [InlineData("AtLeast = -1, AtMost = 1", "{|LD2005:-2|}, {|LD2005:1.5|}")]
    public void LD2005_a_swept_value_outside_the_range(string bounds, string values) =>
        Expect.Diagnostics(Samples.Decay($"[Parameter({bounds}), Sweep({values})] public double Rate {{ get; init; }} = 1;"));

    [Fact]
    public void LD2005_in_an_array_marks_the_attribute() =>
        Expect.Diagnostics(Samples.Decay("[Parameter(Above = 0), {|LD2005:Sweep(new object[] { 1, 0 })|}] public double Rate { get; init; } = 1;"));

    [Theory]
    [InlineData("double", "{|LD2006:\"1\"|}, {|LD2006:true|}, {|LD2006:0.1f|}, {|LD2006:null|}, {|LD2006:System.DayOfWeek.Monday|}, 1L")]
    [InlineData("int", "{|LD2006:1.0|}, {|LD2006:3000000000|}, 1L")]
    [InlineData("long", "{|LD2006:1.5|}, 3000000000")]
    [InlineData("bool", "{|LD2006:1|}, true")]
    [InlineData("string", "{|LD2006:1|}, \"a\"")]
    [InlineData("System.DayOfWeek", "{|LD2006:1|}, {|LD2006:\"Monday\"|}, {|LD2006:(System.DayOfWeek)9|}, System.DayOfWeek.Monday")]
    public void LD2006_a_swept_value_of_another_type(string type, string values) =>
        Expect.Diagnostics(Samples.Decay($"[Parameter, Sweep({values})] public {type} Rate {{ get; init; }} = default!;"));

    [Fact]
    public void LD2006_says_what_was_written() => Expect.Diagnostic(
        Samples.Decay("[Parameter, Sweep({|LD2006:\"Monday\"|})] public System.DayOfWeek Day { get; init; }"),
        "The swept value \"Monday\" is no member of DayOfWeek, which is the type of the parameter 'Day'");

    [Fact]
    public void LD2007_sweep_and_seed_without_parameter() =>
        Expect.Diagnostics(Samples.Decay("[{|LD2007:Sweep(1)|}] public int Size { get; init; } [{|LD2007:Seed|}] public int Seed { get; init; }"));

    [Fact]
    public void LD2008_names_that_differ_only_by_case() =>
        Expect.Diagnostics(Samples.Decay("[Parameter] public int Size { get; init; } [Parameter] public int {|LD2008:SIZE|} { get; init; }"));

    [Theory]
    [InlineData("double")]
    [InlineData("string")]
    public void LD2009_a_seed_that_is_no_whole_number(string type) =>
        Expect.Diagnostics(Samples.Decay($"[Parameter, Seed] public {type} {{|LD2009:Seed|}} {{ get; init; }} = default!;"));

    [Fact]
    public void LD2010_a_second_seed() =>
        Expect.Diagnostics(Samples.Decay("[Parameter, Seed] public int First { get; init; } [Parameter, {|LD2010:Seed|}] public long Second { get; init; }"));

    [Theory]
    [InlineData("bool")]
    [InlineData("string")]
    [InlineData("System.DayOfWeek")]
    public void LD2011_bounds_without_a_number(string type) =>
        Expect.Diagnostics(Samples.Decay($"[Parameter(AtLeast = {{|LD2011:0|}})] public {type} Kind {{ get; init; }} = default!;"));

    [Theory]
    [InlineData("public Answer<Shown> {0}(RouteRequest request) => new(new Shown(1));", false)]
    [InlineData("public Answer<Curve, Shown> {0}(RouteRequest request) => new([], new Shown(1)); [Observables] public readonly record struct Curve(double X);", true)]
    public void LD2012_only_what_happens_over_time_needs_a_horizon(string method, bool isOverTime) => Expect.Diagnostics($$"""
        [Experiment("demo/timeless")]
        public sealed partial class {{(isOverTime ? "{|LD2012:Timeless|}" : "Timeless")}}
        {
            [Findings] public readonly record struct Shown(double Size);
            [ClosedForm] public string Exact() => "";
            [Find] public Shown Find(string solution) => new(1);
            [Answer(Route.Flow)] {{string.Format(System.Globalization.CultureInfo.InvariantCulture, method, "Integrate")}}
        }
        """);

    [Fact]
    public void LD2012_no_horizon() => Expect.Diagnostic(
        Samples.Decay(horizon: string.Empty).Replace("class Decay", "class {|LD2012:Decay|}", StringComparison.Ordinal),
        "'Decay' does not say until which time it runs; mark a double property with [Horizon]");

    [Fact]
    public void LD2013_a_second_horizon() => Expect.Diagnostics(Samples.Decay("[{|LD2013:Horizon|}] public double Until { get; init; } = 1;"));

    [Fact]
    public void LD2014_a_horizon_that_is_no_double() => Expect.Diagnostics(Samples.Decay(horizon: "[Horizon] public int {|LD2014:Steps|} { get; init; } = 1;"));

    [Fact]
    public void LD2015_a_sweep_without_values() => Expect.Diagnostics(Samples.Decay("[Parameter, {|LD2015:Sweep|}] public int Size { get; init; }"));

    [Fact]
    public void LD2016_a_swept_value_twice() => Expect.Diagnostics(Samples.Decay("[Parameter, Sweep(1, 2, {|LD2016:1.0|})] public double Size { get; init; }"));

    [Fact]
    public void An_unknown_type_is_left_to_the_compiler() => Assert.Empty(GeneratorRun.Of(Samples.Decay("[Parameter] public Unknown Size { get; init; }")).Diagnostics);
}
