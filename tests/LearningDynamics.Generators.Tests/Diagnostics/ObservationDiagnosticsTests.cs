using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class ObservationDiagnosticsTests
{
    [Fact]
    public void LD4001_an_observation_of_another_type() => Expect.Diagnostic(
        Samples.Decay("[Trained] public TrainingPlan Train() => null!; [Observe] public {|LD4001:double|} Look(Network network) => 1;"),
        "'Look' returns 'double', which is not marked with [Observables]");

    [Fact]
    public void LD4002_a_finding_of_another_type() => Expect.Diagnostics(Samples.Decay("[Find] public {|LD4002:Curve|} Find(Solution solution) => new(1);"));

    [Theory]
    [InlineData("int")]
    [InlineData("double?")]
    [InlineData("float[]")]
    [InlineData("string")]
    public void LD4003_an_unsupported_observable(string type) => Expect.Diagnostics(Measuring($"{type} {{|LD4003:Size|}}"));

    [Theory]
    [InlineData("float")]
    [InlineData("int[]")]
    [InlineData("double[,]")]
    [InlineData("DateTime?")]
    [InlineData("Solution")]
    public void LD4004_an_unsupported_finding(string type) => Expect.Diagnostics(Showing($"{type} {{|LD4004:Size|}}"));

    [Theory]
    [InlineData("double Size, double {|LD4005:SIZE|}")]
    [InlineData("double Size1, double[] {|LD4005:Size|}")]
    [InlineData("double[] Size, double {|LD4005:size12|}")]
    [InlineData("double[] Size, double[] {|LD4005:Size1|}")]
    public void LD4005_two_observables_of_one_name(string components) => Expect.Diagnostics(Measuring(components));

    [Theory]
    [InlineData("double[] Size, double Size0")]
    [InlineData("double[] Size, double Size1a, double Siz")]
    public void Names_that_no_component_of_a_vector_has_are_allowed(string components) => Expect.Diagnostics(Measuring(components));

    [Fact]
    public void LD4005_a_finding_with_the_name_of_an_observable() => Expect.Diagnostic(
        Showing("int {|LD4005:VALUE|}"),
        "'Value' and 'VALUE' have one name in the results; rename one of them");

    [Fact]
    public void LD4005_two_structs_may_share_an_observable_but_not_bend_it() => Expect.Diagnostics(
        Samples.Decay("""
            [Observables] public readonly record struct Small(double {|LD4005:value|});
            [Trained] public TrainingPlan Train() => null!;
            [Observe] public Small Look(Network network) => new(1);
            """));

    [Theory]
    [InlineData("[{|LD4006:EventTime|}] bool Died")]
    [InlineData("[property: {|LD4006:EventTime|}] int? Died")]
    public void LD4006_an_event_time_that_is_no_time(string component) => Expect.Diagnostics(Showing(component));

    [Fact]
    public void LD4006_an_event_time_among_the_observables() => Expect.Diagnostics(Measuring("[{|LD4006:EventTime|}] double Died"));

    [Fact]
    public void LD4007_a_struct_without_components() => Expect.Diagnostics(
        Samples.Decay("""
            [Findings] public struct {|LD4007:Shown|} { public double Size { get; init; } }
            [Find] public Shown Find(Solution solution) => new();
            """));

    [Fact]
    public void LD4008_a_struct_that_nothing_fills() => Expect.Diagnostics(Samples.Decay("[Findings] public readonly record struct {|LD4008:Shown|}(double Size);"));

    private static string Measuring(string components) => Samples.Decay($$"""
        [Observables] public readonly record struct Measured({{components}});
        [Trained] public TrainingPlan Train() => null!;
        [Observe] public Measured Look(Network network) => throw new NotSupportedException();
        """);

    private static string Showing(string components) => Samples.Decay($$"""
        [Findings] public readonly record struct Shown({{components}});
        [Find] public Shown Find(Solution solution) => throw new NotSupportedException();
        """);
}
