using System.Reflection;
using System.Runtime.Loader;
using LearningDynamics.Experiments;
using LearningDynamics.Generators.Tests.Support;
using LearningDynamics.Runs;
using LearningDynamics.Training;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Tests.Emission;

/// <summary>Compiles, loads and runs emitted experiments.</summary>
public class EndToEndTests
{
    private static readonly RouteRequest Request = new([0, 0.5, 1, 2]);

    [Fact]
    public void The_routes_of_an_emitted_experiment_answer_alike()
    {
        ExperimentDescriptor descriptor = Load(Samples.Decay()).Find("demo/decay");
        BoundExperiment bound = descriptor.Bind(descriptor.Defaults.With("Duration", "2"));
        Assert.Equal(2, bound.Duration);
        Assert.Null(bound.Trained);

        ObservableSeries exact = bound.ClosedForm!.Answer(Request)!.Trajectory.Find("Value")!;
        ObservableSeries integrated = bound.Flow!.Answer(Request)!.Trajectory.Find("Value")!;
        for (int index = 0; index < Request.Times.Length; index++)
        {
            Assert.Equal(Math.Exp(-Request.Times[index]), exact.Values[index]);

            // Thousand times the solver's relative tolerance of 1e-12: errors of single steps add up.
            Assert.Equal(exact.Values[index], integrated.Values[index], exact.Values[index] * 1e-9);
        }
    }

    [Fact]
    public void Typed_states_events_findings_and_every_kind_of_parameter_arrive()
    {
        ExperimentDescriptor descriptor = Load("""
            /// <summary>Falls, then stops at the ground.</summary>
            [Experiment("demo/fall", Source = "Galilei")]
            [CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
            public sealed partial class Fall
            {
                private static readonly double StandardGravity = 9.81;

                [Parameter(Above = 0, Symbol = "g"), Sweep(1.62, 9.81)] public double Gravity { get; init; } = StandardGravity;
                [Parameter] public long Salt { get; init; } = 1L << 40;
                [Parameter(AtLeast = -5), Seed] public int Seed { get; init; } = 3;
                [Parameter] public bool Stops { get; init; } = true;
                [Parameter] public string Label { get; init; } = "a\"b";
                [Parameter] public Planet Planet { get; init; } = Planet.Earth;
                [Horizon] public double Duration { get; init; } = 10;

                [Observables] public readonly record struct Curve(double Height, double[] Both);
                [Findings] public readonly record struct Shown([EventTime] double? Landing, Planet Where, long Salt, bool Stops, string Label, int Seed);
                [State] public readonly record struct State<T>(T Height, T Speed);

                [ClosedForm] public double Exact() => Gravity;
                [Observe] public Curve Observe(double gravity, double time) => new(5 - gravity * time * time / 2, [0, time]);
                [Find] public Shown Find(double gravity) => new(Math.Sqrt(10 / gravity), Planet, Salt, Stops, Label, Seed);

                [InitialState] public State<double> Start() => new(5, 0);
                [Flow] public State<T> Flow<T>(State<T> s) where T : struct, IScalar<T> => new(s.Speed, -Gravity);
                [Event(Direction = EventDirection.Falling, IsTerminal = true)] public double Ground(State<double> s) => s.Height;
                [Observe] public Curve Observe(State<double> s, double time) => new(s.Height, [s.Speed, time]);
                [Find] public Shown Find(FlowRun<State<double>> run) => new(run.FirstTime("Ground"), Planet, Salt, Stops, Label, Seed);
            }

            public enum Planet { Moon, Earth }
            """).Find("demo/fall");

        Assert.Equal("Falls, then stops at the ground.", descriptor.Summary);
        Assert.Equal(9.81, descriptor.Parameters[0].Default.AsNumber());
        Assert.Equal("Moon Earth", string.Join(' ', descriptor.Parameters[5].Choices));
        Assert.Equal("Seed", descriptor.Seed!.Name);
        Assert.Throws<UsageException>(() => descriptor.Defaults.With("Seed", "3000000000"));
        Assert.Throws<UsageException>(() => descriptor.Defaults.With("Gravity", "0"));

        ParameterSet moon = descriptor.Defaults.With("Gravity", "1.62").With("Planet", "moon").With("Salt", "9007199254740993").With("Stops", "false").With("Label", "c").With("Seed", "-5");
        RouteResult result = descriptor.Bind(moon).Flow!.Answer(Request)!;
        Assert.Equal(["Height", "Both1", "Both2"], result.Trajectory.Observables.Select(series => series.Name));
        Assert.Equal(["Landing", "Where", "Salt", "Stops", "Label", "Seed"], result.Findings.Select(finding => finding.Name));
        Assert.Equal(Math.Sqrt(10 / 1.62), result.FindFinding("Landing")!.Value.AsNumber!.Value, 1e-9);
        Assert.True(result.FindFinding("Landing")!.IsEventTime);
        Assert.Equal("Moon", result.FindFinding("Where")!.Value.AsLabel);
        Assert.False(result.FindFinding("Stops")!.Value.AsFlag);
        Assert.Equal("c", result.FindFinding("Label")!.Value.AsLabel);
        Assert.Equal(-5, result.FindFinding("Seed")!.Value.AsNumber);
    }

    [Fact]
    public void The_trained_route_of_an_emitted_experiment_trains()
    {
        ExperimentDescriptor descriptor = Load("""
            using LearningDynamics.Data;

            [Experiment("demo/regression")]
            public sealed partial class Regression
            {
                [Horizon] public double Duration { get; init; } = 1;
                [Observables] public readonly record struct Curve(double Weight, double Time);
                [Findings] public readonly record struct Shown(int Observed, double Final);

                [Trained] public TrainingPlan Train() => new()
                {
                    Network = Network.FromWeights(new DenseLayer(1, 1, [0])),
                    Data = Dataset.FromExamples([[1.0]], [1.0]),
                    Loss = Loss.Squared,
                    LearningRate = 0.125,
                };

                [Observe] public Curve Observe(Network network, double time) => new(network.Layers[0].Weight(0, 0), time);
                [Find] public Shown Find(TrainedRun<Curve> run) => new(run.Observations.Count, run.Final.Weight);
                [InitialState] public double[] Start() => [0];
                [Flow] public void Flow(ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = 1 - state[0];
                [Observe] public Curve Observe(double[] state, double time) => new(state[0], time);
            }
            """).Find("demo/regression");
        RouteResult result = descriptor.Bind(descriptor.Defaults).Trained!.Answer(new(TrainingSchedule.Nearest([0, 0.5, 1], 0.125), new ManagedTrainer()))!;

        // Gradient descent on (w - 1)^2 / 2 from 0: 1 - w = (1 - eta)^k after k steps, exact in binary for eta = 1/8.
        Assert.Equal(1 - Math.Pow(0.875, 8), result.Trajectory.Find("Weight")!.Values[2], 1e-15);
        Assert.Equal(1, result.Trajectory.Find("Time")!.Values[2]);
        Assert.Equal(9, result.FindFinding("Observed")!.Value.AsNumber);
    }

    [Fact]
    public void Answered_routes_of_an_emitted_experiment_are_compared_like_the_declared_ones()
    {
        ExperimentDescriptor descriptor = Load("""
            using LearningDynamics.Data;

            [Experiment("demo/answered")]
            [CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9)]
            [CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
            [CrossCheck(Route.ClosedForm, Route.Trained, Seeds = 3)]
            public sealed partial class Answered
            {
                [Parameter, LearningRate] public double LearningRate { get; init; } = 0.0625;
                [Parameter, Seed] public int Seed { get; init; } = 1;
                [Horizon] public double Duration { get; init; } = 1;
                [Observables] public readonly record struct Curve(double Weight);
                [Findings] public readonly record struct Shown(double?[] Final, Map Plane);

                [Answer(Route.ClosedForm)] public Answer<Curve, Shown> Solve(RouteRequest request) =>
                    new([.. request.Times.Select(time => new Curve(Exact(time)))], Find(Exact(1)));

                [Answer(Route.Flow)] public Answer<Shown> Integrate(RouteRequest request) =>
                    new(Find(1 / Math.E)) { Work = [new("evaluations", 1)], EventTimes = [0.25] };

                [Answer(Route.Trained)] public Answer<Curve, Shown> Train(RouteRequest request)
                {
                    var plan = new TrainingPlan
                    {
                        Network = Network.FromWeights(new DenseLayer(1, 1, [1])),
                        Data = Dataset.FromExamples([[1.0]], [0.0]),
                        Loss = Loss.Squared,
                        LearningRate = request.LearningRate,
                        Steps = request.Schedule.Steps,
                        ObservationSteps = request.Schedule.ObservationSteps,
                    };
                    var curves = new List<Curve>();
                    TrainingResult result = request.Train(plan, (_, network) => curves.Add(new(network.Layers[0].Weight(0, 0))), request.Progress);
                    return new(curves, Find(result.Network.Layers[0].Weight(0, 0)));
                }

                private static double Exact(double time) => Math.Exp(-time);

                private static Shown Find(double value) => new([value, null], new([new("Place", [0, 1])], [FindingValue.Of(value), FindingValue.Of("same")]));
            }
            """).Find("demo/answered");
        ExperimentRun run = ExperimentRunner.Run(descriptor, new());
        RunPoint point = Assert.Single(run.Points);
        Assert.Empty(point.Failures);
        Assert.Equal(["Final1", "Final2"], point.Routes[1].Findings.Select(finding => finding.Name));
        Assert.Equal([0.25], point.Routes[1].EventTimes.ToArray());
        Assert.Equal(201, point.Routes[2].Trajectory.Times.Length);
        Assert.All(point.Checks.Where(verdict => verdict.Check.Kind != CrossCheckKind.Interval), verdict => Assert.True(verdict.Passed, verdict.Explanation));
        Assert.Equal(
            ["Pointwise Final1", "Pointwise Final2", "Pointwise Plane", "Order Weight", "Order Final1", "Order Final2", "Order Plane"],
            point.Checks.Where(verdict => verdict.Check.Kind != CrossCheckKind.Interval).Select(verdict => $"{verdict.Check.Kind} {verdict.Quantity}"));

        // Three seeds of a training without noise do not scatter, and its bias is seen.
        Assert.Contains(point.Checks, verdict => verdict.Check.Kind == CrossCheckKind.Interval && verdict.Quantity == "Weight" && !verdict.Passed);
    }

    [Fact]
    public void An_experiment_without_a_horizon_has_no_times()
    {
        ExperimentDescriptor descriptor = Load("""
            [Experiment("demo/timeless")]
            [CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 0.5)]
            public sealed partial class Timeless
            {
                [Parameter] public double Size { get; init; } = 1;
                [Findings] public readonly record struct Shown(double Size, int Times, string Trainer);
                [Answer(Route.ClosedForm)] public Answer<Shown> Solve(RouteRequest request) => new(new Shown(Size, request.Times.Length, "managed"));
                [Answer(Route.Trained)] public Answer<Shown>? Train(RouteRequest request) =>
                    Size > 1 ? null : new(new Shown(Size + 0.25, request.Times.Length, request.Trainer.Name));
            }
            """).Find("demo/timeless");
        ExperimentRun run = ExperimentRunner.Run(descriptor, new() { Grid = new TimeGrid.At([3, 4]) });
        Assert.True(run.Passed);
        Assert.Equal(3, run.Points[0].Checks.Length);
        Assert.Empty(run.Points[0].Routes[1].Trajectory.Times);
        ExperimentRun absent = ExperimentRunner.Run(descriptor, new() { Overrides = [new("Size", "2")] });
        Assert.Single(ResultSet.NeverCompared(absent));
    }

    [Fact]
    public void An_instance_gives_the_point_that_it_describes()
    {
        Assembly assembly = LoadAssembly(Samples.Decay());
        Type type = assembly.GetType("Decay")!;
        object instance = Activator.CreateInstance(type)!;
        type.GetProperty("Duration")!.SetValue(instance, 7.5);
        Assert.Equal("Duration=7.5", ((IExperiment)instance).Parameters.ToString());
    }

    [Fact]
    public void The_summary_is_read_without_a_documentation_file_too()
    {
        var options = Sources.ParseOptions.WithDocumentationMode(DocumentationMode.None);
        GeneratorRun run = GeneratorRun.Of(Sources.Compile(options, "/// <summary>Falls\n///   <c>fast</c>.</summary>\n// An aside.\n" + Samples.Decay()));
        Assert.Contains("Summary = \"Falls fast.\",", run.Emitted("Decay.g.cs"), StringComparison.Ordinal);
    }

    private static ExperimentCatalog Load(string source) =>
        (ExperimentCatalog)LoadAssembly(source).GetType("LearningDynamics.Generated.DeclaredExperiments")!.GetProperty("Catalog")!.GetValue(null)!;

    private static Assembly LoadAssembly(string source)
    {
        using var stream = new MemoryStream();
        var result = GeneratorRun.Clean(source).Output.Emit(stream);
        Assert.True(result.Success, string.Join("; ", result.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext("emitted", isCollectible: true).LoadFromStream(stream);
    }
}
