using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// One hidden neuron that starts active on examples of both classes: it ends up learning one of them and dying on the other, or it dies on both.
/// </summary>
[Experiment("tachet2018/competing-classes", Source = "arXiv:1809.06848, Figure 3")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Preset("figure-3", "InitialAlpha=0.1", "InitialBeta=0.1", "InitialZ=0.1")]
[Preset("figure-3", "InitialAlpha=0.2", "InitialBeta=0.9", "InitialZ=0.2")]
[Preset("figure-3", "InitialAlpha=1", "InitialBeta=0", "InitialZ=-1.1")]
[Preset("revival", "InitialAlpha=1", "InitialBeta=-0.1", "InitialZ=-1.1", "InnerProduct=-0.5")]
[Figure("Activities", "Alpha", "Beta", Caption = "One of two active sides dies, and the neuron goes on with the other. With only one side active from the start it may die on both.")]
[Figure("Confidence in class 1", "Confidence1", Caption = "It tends to 1 where class 1 has won the neuron. Where it has not, the neuron is off, and nothing is known of class 1.")]
[Figure("Confidence in class 2", "Confidence2")]
[Figure("Beta against alpha", "Beta", Over = "Alpha", Caption = "Two active sides drift apart until one of them is off; from then on the neuron moves along an axis.")]
public sealed partial class CompetingClasses
{
    /// <summary>The neuron's preactivation on class 1 at the start; at 0 or below it is inactive there.</summary>
    [Parameter(Symbol = "alpha0")]
    public double InitialAlpha { get; init; } = 0.1;

    /// <summary>The neuron's preactivation on class 2 at the start; at 0 or below it is inactive there.</summary>
    [Parameter(Symbol = "beta0")]
    public double InitialBeta { get; init; } = 0.1;

    /// <summary>The neuron's output weight at the start: above 0 it speaks for class 1.</summary>
    [Parameter(Symbol = "z0")]
    public double InitialZ { get; init; } = 0.1;

    /// <summary>The norm of the examples of class 1.</summary>
    [Parameter(Symbol = "||x1||", Above = 0)]
    public double InputNorm1 { get; init; } = 1;

    /// <summary>The norm of the examples of class 2.</summary>
    [Parameter(Symbol = "||x2||", Above = 0)]
    public double InputNorm2 { get; init; } = 1;

    /// <summary>The inner product of an example of class 1 and one of class 2, above -||x1|| ||x2||.</summary>
    [Parameter(Symbol = "rho", AtMost = 0)]
    public double InnerProduct { get; init; }

    /// <summary>The share of the data that class 1 makes up.</summary>
    [Parameter(Symbol = "p1", Above = 0, AtMost = 1)]
    public double Frequency1 { get; init; } = 0.5;

    /// <summary>The share of the data that class 2 makes up; together with class 1 at most 1.</summary>
    [Parameter(Symbol = "p2", Above = 0, AtMost = 1)]
    public double Frequency2 { get; init; } = 0.5;

    /// <summary>Until which time of the flow it runs; the paper's time is this one times the frequency.</summary>
    [Horizon]
    public double Duration { get; init; } = 120;

    /// <summary>Alpha and Beta are the neuron's activities: its preactivation on a class where that is above 0, and 0 where the neuron is off.</summary>
    [Observables]
    public readonly record struct Curves(double Alpha, double Beta, double Z, double Confidence1, double Confidence2);

    [Findings]
    public readonly record struct Summary(CompetitionOutcome? Outcome, [property: EventTime] double? SwitchTime, [property: EventTime] double? RevivalTime);

    /// <summary>What is known without a trajectory. When the first of two active sides dies is not.</summary>
    [Findings]
    public readonly record struct Known(CompetitionOutcome? Outcome, [property: EventTime] double? RevivalTime);

    [State]
    public readonly record struct State<T>(T Alpha, T Beta, T Z)
        where T : struct;

    // The exact solution where one side is off and stays off; before a revival, and of two active sides, what can be proven.
    [Answer(Route.ClosedForm)]
    public Answer<Curves, Known>? Solve(RouteRequest request)
    {
        if (InitialAlpha > 0 && InitialBeta > 0)
            return Foretell(new CompetitionBorder(Neuron.Classes).Prove(Exact), revival: null);
        OneSidedNeuron solved = new(Neuron.Classes, Exact);
        if (solved.RevivalTime <= Duration)
            return Foretell(solved.Outcome is { } outcome && solved.DecisionTime is { } by ? new(outcome, by) : null, solved.RevivalTime);
        return new(
            [.. request.Times.Select(solved.State).Select(state => Measure(new(state.Alpha, state.Beta, state.OutputWeight)))],
            new(solved.DecisionTime <= Duration ? solved.Outcome : null, RevivalTime: null))
        {
            EventTimes = solved.DeathTime is { } death && death <= Duration ? [death] : [],
        };
    }

    // The gradient flow, with the ReLU's gate on either class.
    [InitialState]
    public State<double> Start() => new(InitialAlpha, InitialBeta, InitialZ);

    [Flow]
    public State<T> Flow<T>(State<T> s)
        where T : struct, IScalar<T>
    {
        CompetingNeuron.State<T> rate = Neuron.Flow<T>(new(s.Alpha, s.Beta, s.Z));
        return new(rate.Alpha, rate.Beta, rate.Z);
    }

    [Event(Direction = EventDirection.Falling)]
    public double[] Deaths(State<double> s) => [s.Alpha, s.Beta];

    [Event(Direction = EventDirection.Rising)]
    public double[] Revivals(State<double> s) => [s.Alpha, s.Beta];

    [Observe]
    public Curves Observe(State<double> s) => Measure(new(s.Alpha, s.Beta, s.Z));

    [Find]
    public Summary Find(FlowRun<State<double>> run)
    {
        // A side that starts at exactly 0 crosses nothing when it leaves.
        State<double> soon = run.At(1e-9 * Duration);
        bool startsReviving = (InitialAlpha == 0 && soon.Alpha > 0) || (InitialBeta == 0 && soon.Beta > 0);
        return new(Neuron.Judge(new(run.Final.Alpha, run.Final.Beta, run.Final.Z)), run.FirstTime(nameof(Deaths)), startsReviving ? 0 : run.FirstTime(nameof(Revivals)));
    }

    // The network: two inputs, one hidden neuron, one logit.
    [Answer(Route.Trained)]
    public Answer<Curves, Summary> Train(RouteRequest request)
    {
        TrainingSchedule schedule = request.Schedule;
        GatedTraining run = new(Neuron, new(InitialAlpha, InitialBeta, InitialZ), schedule.LearningRate, schedule.Steps, request);
        return new([.. schedule.ObservationSteps.Select(step => Measure(run.Steps[(int)step]))], new(Neuron.Judge(run.Steps[^1]), run.FirstDeath, run.FirstRevival))
        {
            Work = [new("steps", schedule.Steps)],
        };
    }

    [LearningRate]
    public double LargestLearningRate => Neuron.LearningRate;

    private CompetingNeuron Neuron => new CompetingNeuron(InputNorm1, InputNorm2, InnerProduct, Frequency1, Frequency2).Checked();

    private CompetitionState Exact => new(InitialAlpha, InitialBeta, InitialZ);

    private Answer<Curves, Known>? Foretell(ProvenOutcome? proven, double? revival) =>
        proven is { } certain && certain.By <= Duration ? new([], new(certain.Outcome, revival)) { Times = [] } : null;

    private static Curves Measure(CompetingNeuron.State<double> s)
    {
        (double alpha, double beta) = (Math.Max(s.Alpha, 0), Math.Max(s.Beta, 0));
        return new(alpha, beta, s.Z, Functions.Logistic(s.Z * alpha), Functions.Logistic(-s.Z * beta));
    }
}
