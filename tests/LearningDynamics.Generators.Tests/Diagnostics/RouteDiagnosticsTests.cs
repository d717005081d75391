using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class RouteDiagnosticsTests
{
    private const string Answer = "[Answer(Route.Trained)] public Answer<Curve, NoFindings> Reply(RouteRequest request) => null!;";
    private const string Filled = "[Find] public Shown Find(Solution solution) => new(1);";
    private const string Start = "[InitialState] public double[] Start() => [1];";
    private const string Flow = "[Flow] public void Flow(ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = -state[0];";
    private const string Look = "[Observe] public Curve Look(ReadOnlySpan<double> state) => new(state[0]);";

    [Fact]
    public void LD3001_no_route() => Expect.Diagnostic("""
        [Experiment("demo/decay")]
        public partial class {|LD3001:Decay|}
        {
            [Horizon] public double Duration { get; init; } = 1;
        }
        """, "'Decay' has no route; mark a method with [ClosedForm], [Flow], [Trained] or [Answer]");

    [Fact]
    public void LD3002_one_route_is_emitted_with_an_information()
    {
        GeneratorRun run = Expect.Diagnostics(One(Start + Flow + Look).Replace("class Decay", "class {|LD3002:Decay|}", StringComparison.Ordinal));
        Assert.Equal(2, run.Result.GeneratedSources.Length);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("public void {|LD3003:Exact|}() { }")]
    [InlineData("public Curve {|LD3003:Exact|}(double rate) => new(rate);")]
    [InlineData("public T {|LD3003:Exact|}<T>() => default!;")]
    [InlineData("public ReadOnlySpan<double> {|LD3003:Exact|}() => default;")]
    public void LD3003_a_closed_form_of_another_shape(string method) => Expect.Diagnostics(Two($"[ClosedForm] {method}"));

    [Theory]
    [InlineData("public void {|LD3004:Flow|}(double[] state, Span<double> derivative) { }")]
    [InlineData("public void {|LD3004:Flow|}(ReadOnlySpan<double> state, double[] derivative) { }")]
    [InlineData("public void {|LD3004:Flow|}(ReadOnlySpan<double> state) { }")]
    [InlineData("public void {|LD3004:Flow|}(int time, ReadOnlySpan<double> state, Span<double> derivative) { }")]
    [InlineData("public double[] {|LD3004:Flow|}(ReadOnlySpan<double> state) => [];")]
    [InlineData("public void {|LD3004:Flow|}<T>(ReadOnlySpan<T> state, Span<double> derivative) where T : struct, IScalar<T> { }")]
    [InlineData("public void {|LD3004:Flow|}<T>(double time, ReadOnlySpan<T> state, Span<T> derivative) where T : struct, IScalar<T> { }")]
    [InlineData("public void {|LD3004:Flow|}<T>(ReadOnlySpan<T> state, Span<T> derivative) where T : struct, IScalar<T>, IComparable<T> { }")]
    [InlineData("public void {|LD3004:Flow|}<T, U>(ReadOnlySpan<T> state, Span<T> derivative) { }")]
    [InlineData("public State<double> {|LD3004:Flow|}<T>(State<T> state) where T : struct, IScalar<T> => default;")]
    [InlineData("public State<float> {|LD3004:Flow|}(State<float> state) => default;")]
    [InlineData("public State<double> {|LD3004:Flow|}(State<double> state, double time) => default;")]
    public void LD3004_a_flow_of_another_shape(string method) => Expect.Diagnostics(Two($"[State] public record struct State<T>(T X); {Start} [Flow] {method}"));

    [Fact]
    public void LD3004_says_which_shape_is_expected() => Expect.Diagnostic(
        Two("[State] public record struct State<T>(T X); [Flow] public double {|LD3004:Flow|}(State<double> state) => 1;"),
        "'Flow' cannot be the flow: it returns 'double' instead of the state's derivative; expected 'State<T> Flow<T>(State<T> state) where T : struct, IScalar<T>' or the same with double, with the time before it where needed");

    [Theory]
    [InlineData("public Curve {|LD3005:Train|}() => new(1);")]
    [InlineData("public TrainingPlan {|LD3005:Train|}(double rate) => null!;")]
    public void LD3005_a_trained_route_of_another_shape(string method) => Expect.Diagnostics(Two($"[Trained] {method}"));

    [Theory]
    [InlineData("public double {|LD3006:Start|}() => 1;")]
    [InlineData("public double[] {|LD3006:Start|}(int size) => [];")]
    [InlineData("public double?[] {|LD3006:Start|}() => [];")]
    public void LD3006_an_initial_state_of_another_shape(string method) => Expect.Diagnostics(Two($"[InitialState] {method} {Flow}"));

    [Theory]
    [InlineData("public bool {|LD3007:Zero|}(ReadOnlySpan<double> state) => true;")]
    [InlineData("public double {|LD3007:Zero|}(double state) => state;")]
    [InlineData("public double {|LD3007:Zero|}(int time, double[] state) => 1;")]
    [InlineData("public double {|LD3007:Zero|}(double[] state, double time) => 1;")]
    [InlineData("public double {|LD3007:Zero|}() => 1;")]
    public void LD3007_an_event_of_another_shape(string method) => Expect.Diagnostics(Two($"{Start} {Flow} {Look} [Event] {method}"));

    [Fact]
    public void LD3008_a_flow_without_an_initial_state() => Expect.Diagnostic(
        Two(Flow.Replace(" Flow(", " {|LD3008:Flow|}(", StringComparison.Ordinal)),
        "The flow 'Flow' does not say where it starts; mark a method that returns double[] with [InitialState]");

    [Fact]
    public void LD3009_an_initial_state_and_an_event_without_a_flow() => Expect.Diagnostics(
        Two("[InitialState] public double[] {|LD3009:Start|}() => [1]; [Event] public double {|LD3009:Zero|}(double[] state) => state[0]; [Trained] public TrainingPlan Train() => null!; [Observe] public Curve Look(Network network) => new(1);"));

    [Theory]
    [InlineData("[ClosedForm] public Solution {|LD3010:Second|}() => new(1);")]
    [InlineData("[InitialState] public double[] {|LD3010:Second|}() => [1];")]
    [InlineData("[Flow] public void {|LD3010:Second|}(ReadOnlySpan<double> state, Span<double> derivative) { }")]
    [InlineData("[Observe] public Curve {|LD3010:Second|}(Solution solution, double time) => new(1);")]
    [InlineData("[Observe] public Curve {|LD3010:Second|}(double[] state) => new(1);")]
    [InlineData("[Event] public double Zero(double[] state) => 1; [Event] public double {|LD3010:Zero|}(ReadOnlySpan<double> state) => 1;")]
    public void LD3010_a_second_method_for_one_role(string members) => Expect.Diagnostics(Samples.Decay(members));

    [Theory]
    [InlineData("[ClosedForm] public string {|LD3011:Exact|}() => string.Empty;")]
    [InlineData("[Trained] public TrainingPlan {|LD3011:Train|}() => null!; [Findings] public record struct Shown(double Size);")]
    public void LD3011_a_route_that_nothing_reads(string members) => Expect.Diagnostics(Two(Start + Flow + Look + members));

    [Fact]
    public void LD3011_says_what_would_read_it() => Expect.Diagnostic(
        Two(Start + Flow.Replace(" Flow(", " {|LD3011:Flow|}(", StringComparison.Ordinal)),
        "Nothing reads the flow route: add a method with [Observe] or [Find], such as '(ReadOnlySpan<double> state)'");

    [Theory]
    [InlineData("public Curve {|LD3012:Look|}(string text) => new(1);")]
    [InlineData("public Curve {|LD3012:Look|}() => new(1);")]
    [InlineData("public Curve {|LD3012:Look|}(Network network) => new(1);")]
    [InlineData("public Curve {|LD3012:Look|}(Solution solution) => new(1);")]
    [InlineData("public Curve {|LD3012:Look|}(Solution solution, int time) => new(1);")]
    [InlineData("public Curve {|LD3012:Look|}<T>(Solution solution, double time) => new(1);")]
    public void LD3012_an_observation_of_no_route(string method) => Expect.Diagnostics(Samples.Decay($"[Observe] {method}"));

    [Theory]
    [InlineData("public Shown {|LD3013:Find|}() => new(1);")]
    [InlineData("public Shown {|LD3013:Find|}(Solution solution, double time) => new(1);")]
    [InlineData("public Shown {|LD3013:Find|}(FlowRun<Solution> run) => new(1);")]
    [InlineData("public Shown {|LD3013:Find|}(TrainedRun<Curve> run) => new(1);")]
    public void LD3013_a_finding_of_no_route(string method) => Expect.Diagnostics(Samples.Decay($"[Findings] public readonly record struct Shown(double Size); [Find] {method}"));

    [Theory]
    [InlineData("{|LD3014:State|}<T>(T X, double Y)", "State<double>")]
    [InlineData("{|LD3014:State|}(int X)", "State")]
    [InlineData("{|LD3014:State|}", "State")]
    public void LD3014_a_state_that_is_no_scalars(string declaration, string type) =>
        Expect.Diagnostics(Two($"[State] public record struct {declaration}; [Flow] public {type} Flow({type} state) => state; [InitialState] public {type} Start() => default;"));

    [Theory]
    [InlineData("RelativeTolerance = {|LD3015:1e-15|}")]
    [InlineData("RelativeTolerance = {|LD3015:0.5|}")]
    [InlineData("AbsoluteTolerance = {|LD3015:-1e-9|}")]
    [InlineData("AbsoluteTolerance = {|LD3015:double.NaN|}, RelativeTolerance = 1e-9")]
    public void LD3015_a_tolerance_that_cannot_be_kept(string tolerances) => Expect.Diagnostics(Two(Start + Look + Flow.Replace("[Flow]", $"[Flow({tolerances})]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("public Answer<Curve, Shown> {|LD3016:Reply|}() => null!;")]
    [InlineData("public Answer<Curve, Shown> {|LD3016:Reply|}(double[] times) => null!;")]
    [InlineData("public Answer<Curve, Shown> {|LD3016:Reply|}(RouteRequest request, double time) => null!;")]
    [InlineData("public Answer<Curve, Shown> {|LD3016:Reply|}<T>(RouteRequest request) => null!;")]
    [InlineData("public Curve {|LD3016:Reply|}(RouteRequest request) => default;")]
    [InlineData("public void {|LD3016:Reply|}(RouteRequest request) { }")]
    [InlineData("public Answer<Curve> {|LD3016:Reply|}(RouteRequest request) => null!;")]
    [InlineData("public Answer<Shown, Shown> {|LD3016:Reply|}(RouteRequest request) => null!;")]
    [InlineData("public Answer<Curve, Curve> {|LD3016:Reply|}(RouteRequest request) => null!;")]
    [InlineData("public Answer<NoFindings> {|LD3016:Reply|}(RouteRequest request) => null!;")]
    public void LD3016_an_answer_of_another_shape(string method) => Expect.Diagnostics(Samples.Decay($"[Findings] public readonly record struct Shown(double Size); {Filled} [Answer(Route.Trained)] {method}"));

    [Fact]
    public void LD3016_says_how_to_leave_findings_out() => Expect.Diagnostic(
        Samples.Decay("[Answer(Route.Trained)] public Answer<Curve> {|LD3016:Reply|}(RouteRequest request) => null!;"),
        "'Reply' cannot answer the trained route: 'Curve' are observables; an answer without findings is an 'Answer<Curve, NoFindings>'; "
        + "expected 'Answer<Observables, Findings> Reply(RouteRequest request)', or 'Answer<Findings>' where nothing is measured over time");

    [Theory]
    [InlineData("[Answer(Route.Flow)] public Answer<Curve, NoFindings> {|LD3017:Reply|}(RouteRequest request) => null!;")]
    [InlineData("[Answer(Route.ClosedForm)] public Answer<Curve, NoFindings> {|LD3017:Reply|}(RouteRequest request) => null!;")]
    [InlineData("[Answer(Route.Trained)] public Answer<Curve, NoFindings> First(RouteRequest request) => null!; [Answer(Route.Trained)] public Answer<Curve, NoFindings> {|LD3017:Second|}(RouteRequest request) => null!;")]
    public void LD3017_a_route_that_is_answered_twice(string members) => Expect.Diagnostics(Samples.Decay(members));

    [Theory]
    [InlineData("[LearningRate] public double {|LD3018:Rate|} => 1;")]
    [InlineData(Answer + "[LearningRate] public int {|LD3018:Rate|} => 1;")]
    [InlineData(Answer + "[LearningRate] public double {|LD3018:Rate|} { set { } }")]
    [InlineData(Answer + "[LearningRate] public double Rate => 1; [LearningRate] public double {|LD3018:Second|} => 1;")]
    public void LD3018_a_learning_rate_that_is_none(string members) => Expect.Diagnostics(Samples.Decay(members));

    [Fact]
    public void An_answered_flow_leaves_no_room_for_an_initial_state() => Expect.Diagnostics(
        Two("[InitialState] public double[] {|LD3009:Start|}() => [1]; [Answer(Route.Flow)] public Answer<Curve, NoFindings> Reply(RouteRequest request) => null!;"));

    [Fact]
    public void A_closed_form_may_be_observed_through_an_interface() => GeneratorRun.Clean(Samples.Decay()
        .Replace("Observe(Solution solution, double time) => new(Math.Exp(-solution.Rate * time))", "Observe(IEquatable<Solution> solution, double time) => new(time)", StringComparison.Ordinal));

    /// <summary>An experiment with these members and nothing else that answers it.</summary>
    private static string One(string members) => $$"""
        [Experiment("demo/decay")]
        public sealed partial class Decay
        {
            [Horizon] public double Duration { get; init; } = 5;
            [Observables] public readonly record struct Curve(double Value);
            {{members}}
        }
        """;

    /// <summary>An experiment with these members and a route of a kind that they do not declare.</summary>
    private static string Two(string members) => One(members + (members.Contains("[ClosedForm]", StringComparison.Ordinal)
        ? members.Contains("[Flow", StringComparison.Ordinal) ? string.Empty : Start + Flow + Look
        : "public sealed record Solution(double Rate); [ClosedForm] public Solution Exact() => new(1); [Observe] public Curve Observe(Solution solution, double time) => new(time);"));
}
