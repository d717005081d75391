using System.Runtime.CompilerServices;
using LearningDynamics.Generators.Tests.Support;
using LearningDynamics.Testing;

namespace LearningDynamics.Generators.Tests.Emission;

public class EmittedCodeTests
{
    [Fact]
    public void An_experiment_with_every_shape()
    {
        GeneratorRun run = GeneratorRun.Clean(Samples.SingleMode);
        Match(run.Emitted("Samples.Tachet2018.SingleMode.g.cs"), "SingleMode");
        Match(run.Emitted("DeclaredExperiments.g.cs"), "Catalog");
    }

    [Fact]
    public void An_experiment_over_spans_in_the_global_namespace() =>
        Match(GeneratorRun.Clean(Samples.Decay()).Emitted("Decay.g.cs"));

    [Fact]
    public void A_nested_internal_experiment_with_static_methods_and_spans_over_a_generic_scalar() =>
        Match(GeneratorRun.Clean("""
            namespace Samples.@class;

            internal partial record Outer
            {
                internal partial interface IInner
                {
                    [Experiment("demo/nested", IsLong = true)]
                    internal sealed partial record @event
                    {
                        [Parameter] public string @string { get; set; } = "x";
                        [Horizon, Parameter(AtMost = 100, Symbol = "T\\ \"{max}\"\n"), Sweep(1, 2.5e-7)] public double Until { get; init; } = 1;

                        [Observables] internal readonly record struct Field(double @double);

                        [InitialState] public static double[] Start() => [1, 2];

                        [Flow(AbsoluteTolerance = 1e-20)]
                        public static void Flow<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, Span<TScalar> derivative)
                            where TScalar : struct, IScalar<TScalar>
                        {
                            derivative[0] = state[1] * time;
                            derivative[1] = -state[0];
                        }

                        [Event] public static double[] Zeros(double[] state) => state;

                        [Event(Direction = EventDirection.Rising)] private static double Level(double time, ReadOnlySpan<double> state) => state[0] - time;

                        [Observe] private static Field Look(double[] state, double time) => new(state[0] + time);

                        [Trained] internal static TrainingPlan Train() => throw new NotSupportedException();

                        [Observe] internal static Field Look(Network network, double time) => new(network.InputSize + time);
                    }
                }
            }
            """).Emitted("Samples.class.Outer.IInner.event.g.cs"));

    [Fact]
    public void A_flow_over_a_struct_of_doubles_and_a_closed_form_that_only_finds() =>
        Match(GeneratorRun.Clean("""
            [Experiment("demo/plain")]
            public partial class Plain
            {
                [Horizon] public double Duration { get; init; } = 1;
                [State] public record struct Point(double X, double Y);
                [Observables] public record struct Curve(double X);
                [Findings] public record struct Limits(double? Bound, long Count, bool? Kept, Side? Left, Side Right, string? Text);
                public enum Side { Low, High }
                [ClosedForm] public IEnumerable<string> Solve() => ["a"];
                [Find] public Limits Find(IEnumerable<string> solution) => new(null, 1, null, null, Side.High, null);
                [InitialState] public Point Start() => new(1, 0);
                [Flow] public Point Flow(double time, Point p) => new(p.Y, -p.X * time);
                [Observe] public Curve Observe(Point p) => new(p.X);
            }
            """).Emitted("Plain.g.cs"));

    [Fact]
    public void Routes_that_may_be_absent_and_findings_of_several_numbers() =>
        Match(GeneratorRun.Clean("""
            [Experiment("demo/optional")]
            public partial class Optional
            {
                [Horizon] public double Duration { get; init; } = 1;
                [State] public record struct Point(double X, double Y);
                [Observables] public record struct Curve(double X);
                [Findings] public record struct Limits(double[] Both, double?[] Some, double[]? Perhaps);
                public readonly record struct Solution(double Rate);
                [ClosedForm] public Solution? Solve() => null;
                [Find] public Limits Find(Solution solution) => new([1, 2], [null, solution.Rate], null);
                [InitialState] public Point? Start() => null;
                [Flow] public Point Flow(Point p) => new(p.Y, -p.X);
                [Observe] public Curve Observe(Point p) => new(p.X);
                [Trained] public TrainingPlan? Train() => null;
                [Observe] public Curve Observe(Network network) => new(network.InputSize);
            }
            """).Emitted("Optional.g.cs"));

    [Fact]
    public void Spans_and_classes_that_may_be_absent() =>
        Match(GeneratorRun.Clean("""
            [Experiment("demo/perhaps")]
            public partial class Perhaps
            {
                [Horizon] public double Duration { get; init; } = 1;
                [Observables] public record struct Curve(double X);
                public sealed record Solution(double Rate);
                [ClosedForm] public static Solution? Solve() => null;
                [Observe] public Curve Observe(Solution solution, double time) => new(solution.Rate * time);
                [InitialState] public static double[]? Start() => null;
                [Flow] public static void Flow(ReadOnlySpan<double> state, Span<double> derivative) => state.CopyTo(derivative);
                [Event] public static double[] Zeros(double[] state) => state;
                [Observe] public Curve Observe(ReadOnlySpan<double> state) => new(state[0]);
            }
            """).Emitted("Perhaps.g.cs"));

    [Fact]
    public void Routes_that_methods_answer_by_themselves() =>
        Match(GeneratorRun.Clean("""
            [Experiment("demo/answered")]
            [CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
            public partial class Answered
            {
                [Parameter, LearningRate] public double LearningRate { get; init; } = 0.1;
                [Horizon] public double Duration { get; init; } = 1;
                [Observables] public readonly record struct Curve(double X);
                [Findings] public readonly record struct Shown(Map? Plane);
                [Answer(Route.Trained)] public Answer<Curve, Shown>? Train(RouteRequest request) => null;
                [Answer(Route.ClosedForm)] public static Answer<Curve, NoFindings> Solve(RouteRequest request) => new([.. request.Times.Select(time => new Curve(time))]);
                [Answer(Route.Flow)] public Answer<Shown> Integrate(RouteRequest request) => new(new Shown(null));
            }
            """).Emitted("Answered.g.cs"));

    [Fact]
    public void An_experiment_without_a_horizon() =>
        Match(GeneratorRun.Clean("""
            [Experiment("demo/timeless")]
            [CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 1e-9)]
            public partial class Timeless
            {
                [Parameter] public int Size { get; init; } = 1;
                [Findings] public readonly record struct Shown(double Size);
                [Answer(Route.ClosedForm)] public Answer<Shown> Solve(RouteRequest request) => new(new Shown(Size));
                [Answer(Route.Trained)] public Answer<Shown> Train(RouteRequest request) => new(new Shown(Size));
            }
            """).Emitted("Timeless.g.cs"));

    [Fact]
    public void Presets_of_every_kind_of_parameter() =>
        Match(GeneratorRun.Clean("""
            [Experiment("demo/preset")]
            [CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 1e-9)]
            [Preset("figure-3", "Rate=0.5, 1e3", "Size=2", "Until=9000000000")]
            [Preset("figure-4", "Kept=true,false", "Day=Wednes-day")]
            [Preset("figure-3", "Label=11;10,say \"x\"", "Day=monday")]
            public partial class Preset
            {
                [Parameter(Above = 0)] public double Rate { get; init; } = 1;
                [Parameter] public int Size { get; init; } = 1;
                [Parameter] public long Until { get; init; } = 1;
                [Parameter] public bool Kept { get; init; }
                [Parameter] public string Label { get; init; } = "a";
                [Parameter] public DayOfWeek Day { get; init; }
                [Findings] public readonly record struct Shown(double Size);
                [Answer(Route.ClosedForm)] public Answer<Shown> Solve(RouteRequest request) => new(new Shown(Size));
                [Answer(Route.Trained)] public Answer<Shown> Train(RouteRequest request) => new(new Shown(Size));
            }
            """).Emitted("Preset.g.cs"));

    [Fact]
    public void No_experiment_no_file() => Assert.Empty(GeneratorRun.Clean("public class Plain;").Result.GeneratedSources);

    [Fact]
    public void Every_snapshot_has_its_test() => Snapshot.RequireNoOrphans();

    private static void Match(string emitted, string? name = null, [CallerMemberName] string test = "") =>
        Snapshot.MatchText(emitted, "cs", new() { Directory = "Verified", Name = name }, member: test);
}
