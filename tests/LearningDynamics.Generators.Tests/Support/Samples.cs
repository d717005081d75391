namespace LearningDynamics.Generators.Tests.Support;

/// <summary>Experiments that tests share and vary.</summary>
internal static class Samples
{
    /// <summary>Every shape at once: three routes, typed state, events, findings, all kinds of parameters.</summary>
    public const string SingleMode = """
        namespace Samples.Tachet2018;

        /// <summary>
        /// One class, one hidden neuron: the <see cref="SingleMode.Curve.Logit">logit</see> climbs
        /// along a sigmoid, as <paramref name="time"/> &lt; <see cref="System.Double"/> goes on.
        /// </summary>
        [Experiment("tachet2018/single-mode", Source = "arXiv:1809.06848, Theorem 3.4")]
        [CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9)]
        [CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
        [CrossCheck(Route.Flow, Route.Trained, Seeds = 5, Confidence = 0.95)]
        public sealed partial class SingleMode
        {
            /// <summary>The norm of the input.</summary>
            [Parameter(Symbol = "||x||", Above = 0), Sweep(0.5, 1, 2)]
            public double InputNorm { get; init; } = 1;

            /// <summary>Which loss is minimised.</summary>
            [Parameter, Sweep(LossChoice.Hinge, LossChoice.CrossEntropy)]
            public LossChoice Loss { get; init; } = LossChoice.CrossEntropy;

            [Parameter(AtLeast = 0), Seed]
            public int Seed { get; init; } = 1;

            /// <summary>Until when.</summary>
            [Horizon]
            public double Duration { get; init; } = 20;

            public enum LossChoice { Hinge, CrossEntropy }

            public enum Ending { Learned, Inactive }

            [Observables] public readonly record struct Curve(double Logit, double[] Share);

            [Observables] public readonly record struct TrainedCurve(double Logit);

            [Findings] public readonly record struct Shown(Ending Outcome, [EventTime] double? CollapseTime, [property: EventTime] double Start, int? Steps, bool Kept, string Label, Map? Plane);

            [State] public readonly record struct State<T>(T Preactivation, T OutputWeight);

            public sealed record Solution(double Rate);

            [ClosedForm] public Solution Exact() => new(InputNorm);

            [Observe] public Curve Observe(Solution solution, double time) => new(solution.Rate * time, [time, 1]);

            [Find] public Shown Find(Solution solution) => new(Ending.Learned, null, 0, 3, true, "exact", null);

            [InitialState] public State<double> Start() => new(0.1, 0.1);

            [Flow(RelativeTolerance = 1e-11)]
            public State<T> Flow<T>(State<T> s)
                where T : struct, IScalar<T>
            {
                T pull = T.Logistic(-(s.OutputWeight * s.Preactivation));
                return new(pull * InputNorm * s.OutputWeight, pull * s.Preactivation);
            }

            [Event(Direction = EventDirection.Falling)] public double Death(State<double> s) => s.Preactivation;

            [Event(IsTerminal = true)] public double[] Margins(double time, State<double> s) => [s.Preactivation - 50 - time, s.OutputWeight - 50];

            [Observe] public Curve Observe(State<double> s) => new(s.Preactivation * s.OutputWeight, [s.Preactivation, s.OutputWeight]);

            [Find] public Shown Find(FlowRun<State<double>> run) => new(Ending.Learned, run.FirstTime("Death"), 0, null, true, "flow", null);

            [Trained] public TrainingPlan Train() => throw new NotSupportedException();

            [Observe] public static TrainedCurve Observe(Network network) => new(network.InputSize);

            [Find] public Shown Find(TrainedRun<TrainedCurve> run) => new(Ending.Inactive, null, 0, null, false, "trained", null);
        }
        """;

    /// <summary>The smallest experiment with two routes, over spans of doubles.</summary>
    /// <param name="members">Members that are added to the class.</param>
    /// <param name="attributes">Attributes that are added to the class.</param>
    /// <param name="id">The id as code.</param>
    /// <param name="name">The name of the class.</param>
    /// <param name="horizon">The member that is the horizon.</param>
    public static string Decay(
        string members = "",
        string attributes = "",
        string id = "\"demo/decay\"",
        string name = "Decay",
        string horizon = "[Horizon] public double Duration { get; init; } = 5;") => $$"""
        [Experiment({{id}})]
        {{attributes}}
        public sealed partial class {{name}}
        {
            {{horizon}}
            [Observables] public readonly record struct Curve(double Value);
            public sealed record Solution(double Rate);
            [ClosedForm] public Solution Exact() => new(1);
            [Observe] public Curve Observe(Solution solution, double time) => new(Math.Exp(-solution.Rate * time));
            [InitialState] public double[] Start() => [1];
            [Flow] public void Flow(ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = -state[0];
            [Observe] public Curve Observe(ReadOnlySpan<double> state) => new(state[0]);
            {{members}}
        }
        """;
}
