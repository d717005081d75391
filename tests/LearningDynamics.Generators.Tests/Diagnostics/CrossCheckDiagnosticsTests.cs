using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class CrossCheckDiagnosticsTests
{
    private const string Trained = """
        [Trained] public TrainingPlan Train() => throw new NotSupportedException();
        [Observe] public Curve Observe(Network network) => new(network.InputSize);
        """;

    private const string Seed = "[Parameter, Seed] public int Seed { get; init; } = 1;";

    [Fact]
    public void LD5001_a_missing_route() => Expect.Diagnostic(
        Samples.Decay(attributes: "[CrossCheck(Route.ClosedForm, {|LD5001:Route.Trained|}, Order = 1)]"),
        "'Decay' has no route Trained to compare; mark a method with [Trained] or remove the cross-check");

    [Fact]
    public void LD5002_a_route_with_itself() => Expect.Diagnostics(Samples.Decay(attributes: "[{|LD5002:CrossCheck(Route.Flow, Route.Flow, Relative = 1e-9)|}]"));

    [Theory]
    [InlineData("[{|LD5003:CrossCheck(Route.ClosedForm, Route.Flow)|}]")]
    [InlineData("[{|LD5003:CrossCheck(Route.ClosedForm, Route.Flow, Relative = 0)|}]")]
    public void LD5003_no_tolerance(string attribute) => Expect.Diagnostics(Samples.Decay(attributes: attribute));

    [Theory]
    [InlineData("Route.Flow, Relative = {|LD5004:-1e-9|}")]
    [InlineData("Route.Flow, Absolute = {|LD5004:double.NaN|}")]
    [InlineData("Route.Flow, Relative = {|LD5004:double.PositiveInfinity|}")]
    [InlineData("Route.Trained, Order = {|LD5004:0|}")]
    public void LD5004_an_invalid_tolerance(string settings) => Expect.Diagnostics(Samples.Decay(Trained, $"[CrossCheck(Route.ClosedForm, {settings})]"));

    [Theory]
    [InlineData("Relative = 1e-9, Order = {|LD5005:1|}")]
    [InlineData("Order = 1, Seeds = {|LD5005:5|}")]
    [InlineData("Absolute = 1, Confidence = {|LD5005:0.9|}")]
    public void LD5005_settings_of_two_kinds(string settings) => Expect.Diagnostics(Samples.Decay(Trained + Seed, $"[CrossCheck(Route.ClosedForm, Route.Trained, {settings})]"));

    [Theory]
    [InlineData("Route.Trained, {|LD5006:Route.ClosedForm|}")]
    [InlineData("Route.ClosedForm, {|LD5006:Route.Flow|}")]
    public void LD5006_an_order_check_that_does_not_judge_training(string routes) => Expect.Diagnostics(Samples.Decay(Trained, $"[CrossCheck({routes}, Order = 1)]"));

    [Fact]
    public void LD5007_an_interval_check_without_a_seed() => Expect.Diagnostic(
        Samples.Decay(Trained, "[CrossCheck(Route.ClosedForm, Route.Trained, Seeds = {|LD5007:5|})]"),
        "'Decay' has no [Seed] parameter, so 5 seeds would give one result 5 times");

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-3")]
    public void LD5008_too_few_seeds(string seeds) => Expect.Diagnostics(Samples.Decay(Trained + Seed, $"[CrossCheck(Route.ClosedForm, Route.Trained, Seeds = {{|LD5008:{seeds}|}})]"));

    [Theory]
    [InlineData("0.0")]
    [InlineData("1.0")]
    [InlineData("99")]
    [InlineData("double.NaN")]
    public void LD5009_a_confidence_outside_0_to_1(string confidence) =>
        Expect.Diagnostics(Samples.Decay(Trained + Seed, $"[CrossCheck(Route.ClosedForm, Route.Trained, Seeds = 5, Confidence = {{|LD5009:{confidence}|}})]"));

    [Fact]
    public void LD5010_an_order_check_without_a_learning_rate() => Expect.Diagnostic(
        Samples.Decay("[Answer(Route.Trained)] public Answer<Curve, NoFindings> Reply(RouteRequest request) => null!;", "[CrossCheck(Route.ClosedForm, Route.Trained, Order = {|LD5010:1|})]"),
        "'Reply' answers the trained route, but no property says its largest learning rate; mark one with [LearningRate]");

    [Theory]
    [InlineData("Route.Trained")]
    [InlineData("Route.Flow")]
    public void LD5011_an_interval_over_the_runs_of_a_route_that_is_one_run(string route) =>
        Expect.Diagnostics(Samples.Decay(Trained + Seed, $"[CrossCheck(Route.ClosedForm, {route}, Confidence = {{|LD5011:0.99|}})]"));

    [Fact]
    public void An_answered_route_may_be_judged_by_the_interval_of_its_own_runs()
    {
        GeneratorRun run = Expect.Diagnostics(Samples.Decay(
            "[Answer(Route.Trained)] public Answer<Curve, NoFindings> Reply(RouteRequest request) => null!;", "[CrossCheck(Route.ClosedForm, Route.Trained, Confidence = 0.95)]"));
        Assert.Contains("new(LD::Route.ClosedForm, LD::Route.Trained, LD::CrossCheckKind.Interval) { Confidence = 0.95 }", run.Emitted("Decay.g.cs"), StringComparison.Ordinal);
        run.AssertCompiles();
    }

    [Fact]
    public void A_wrong_cross_check_is_left_out_and_the_class_is_emitted()
    {
        GeneratorRun run = Expect.Diagnostics(Samples.Decay(attributes: "[CrossCheck(Route.ClosedForm, {|LD5001:Route.Trained|}, Order = 1), CrossCheck(Route.ClosedForm, Route.Flow, Absolute = 1e-9)]"));
        Assert.Contains("new(LD::Route.ClosedForm, LD::Route.Flow, LD::CrossCheckKind.Pointwise) { Absolute = 1e-9 }", run.Emitted("Decay.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Route.Trained", run.Emitted("Decay.g.cs"), StringComparison.Ordinal);
        run.AssertCompiles();
    }
}
