using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// One class of lined-up examples, one hidden ReLU neuron: the logit climbs along a sigmoid, or the neuron dies and nothing is learned.
/// </summary>
[Experiment("tachet2018/single-mode", Source = "arXiv:1809.06848, Theorem 3.4")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Preset("figure-2", "Frequency=0.5", "InputNorm=0.7", "InitialPreactivation=0.9", "InitialOutputWeight=-1")]
[Preset("figure-2", "Frequency=0.5", "InputNorm=0.7", "InitialPreactivation=0.5", "InitialOutputWeight=-1")]
[Preset("figure-2", "Frequency=0.5", "InputNorm=0.7", "InitialPreactivation=0.3", "InitialOutputWeight=0.8")]
[Preset("figure-2", "Frequency=0.5", "InputNorm=1.4", "InitialPreactivation=0.3", "InitialOutputWeight=0.4")]
[Figure("Learning curve", "Error", Caption = "A plateau, a drop, and a slow end: the error falls along a sigmoid.")]
[Figure("Hyperbolas", "Preactivation", Over = "OutputWeight", Preset = "figure-2", XTitle = "z (output weight)", YTitle = "y (preactivation)",
    Caption = "The neuron keeps y^2 - ||x||^2 z^2: from the dot on it moves along a hyperbola. Right of y = -||x|| z it learns its class; left of it y falls to 0, where it dies.")]
public sealed partial class SingleMode
{
    /// <summary>The norm of the examples.</summary>
    [Parameter(Symbol = "||x||", Above = 0)]
    public double InputNorm { get; init; } = 1;

    /// <summary>The share of the data that the class makes up.</summary>
    [Parameter(Symbol = "p", Above = 0, AtMost = 1)]
    public double Frequency { get; init; } = 1;

    /// <summary>The hidden neuron's preactivation w.x at the start; at 0 or below it is inactive.</summary>
    [Parameter(Symbol = "y0")]
    public double InitialPreactivation { get; init; } = 0.1;

    /// <summary>The hidden neuron's output weight at the start.</summary>
    [Parameter(Symbol = "z0")]
    public double InitialOutputWeight { get; init; } = 0.1;

    /// <summary>The confidence whose time is asked for.</summary>
    [Parameter(Symbol = "delta", Above = 0.5, Below = 1)]
    public double TargetConfidence { get; init; } = 0.95;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 20;

    [Observables]
    public readonly record struct Curve(double Preactivation, double OutputWeight, double Logit, double Confidence, double Error)
    {
        /// <summary>Where the weights are, also past the death.</summary>
        internal double RawPreactivation { get; init; }
    }

    [Findings]
    public readonly record struct Summary(Outcome Outcome, [property: EventTime] double? CollapseTime, double? TimeToConfidence);

    [State]
    public readonly record struct State<T>(T Preactivation, T OutputWeight)
        where T : struct;

    // The exact solution.
    [ClosedForm]
    public LinedUpMode Exact() => new(InputNorm, Frequency, InitialPreactivation, InitialOutputWeight);

    [Observe]
    public Curve Observe(LinedUpMode mode, double t) =>
        new(mode.Preactivation(t), mode.OutputWeight(t), mode.Logit(t), mode.Confidence(t), mode.Error(t));

    [Find]
    public Summary Find(LinedUpMode mode) =>
        new(mode.Outcome, Within(mode.CollapseTime), Within(mode.TimeToConfidence(TargetConfidence)));

    // The gradient flow, with the ReLU's gate.
    [InitialState]
    public State<double> Start() => new(InitialPreactivation, InitialOutputWeight);

    [Flow]
    public State<T> Flow<T>(State<T> s)
        where T : struct, IScalar<T>
    {
        T pull = T.Step(s.Preactivation) * T.Logistic(-(s.OutputWeight * s.Preactivation)) * Frequency;
        return new(pull * InputNorm * InputNorm * s.OutputWeight, pull * s.Preactivation);
    }

    [Event(Direction = EventDirection.Falling)]
    public double Death(State<double> s) => s.Preactivation;

    [Observe]
    public Curve Observe(State<double> s) => Measure(s.Preactivation, s.OutputWeight);

    [Find]
    public Summary Find(FlowRun<State<double>> run)
    {
        double? death = run.FirstTime(nameof(Death));
        return new(Judge(run.Final.Preactivation, run.Final.OutputWeight, death), death, run.FirstRise(s => Excess(Observe(s).Logit)));
    }

    // The network: two inputs, one hidden neuron, one logit.
    [Trained]
    public TrainingPlan Train()
    {
        var data = new LinedUpClasses([new(InputNorm, Frequency)]);
        return new()
        {
            Network = Network.FromWeights([data.WeightsFor(InitialPreactivation)], [InitialOutputWeight]),
            Data = data.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = 0.05,
        };
    }

    // The step in which a neuron dies takes it past 0 by as much as the death happens to lie inside that step, and there it stays. Dead it is observed at 0, where the flow leaves it.
    [Observe]
    public Curve Observe(Network network)
    {
        double raw = network.Preactivation(0, 0, [InputNorm, 0]);
        return Measure(InitialPreactivation > 0 ? Math.Max(raw, 0) : raw, network.Layers[1].Weights[0]) with { RawPreactivation = raw };
    }

    [Find]
    public Summary Find(TrainedRun<Curve> run)
    {
        double? death = InitialPreactivation > 0 ? run.FirstKink(curve => -curve.RawPreactivation) : null;
        return new(Judge(run.Final.Preactivation, run.Final.OutputWeight, death), death, run.FirstRise(curve => Excess(curve.Logit)));
    }

    private static Curve Measure(double preactivation, double outputWeight)
    {
        double logit = preactivation > 0 ? preactivation * outputWeight : 0;
        return new(preactivation, outputWeight, logit, Functions.Logistic(logit), Functions.Logistic(-logit));
    }

    private double Excess(double logit) => logit - Functions.Logit(TargetConfidence);

    private double? Within(double? time) => time <= Duration ? time : null;

    /// <summary>The outcome as it can be seen at the end of a run: with what remains, where does the neuron go?</summary>
    private Outcome Judge(double preactivation, double outputWeight, double? death)
    {
        if (InitialPreactivation <= 0)
            return Outcome.Inactive;
        if (death is not null)
            return Outcome.Collapsed;
        return (preactivation + (InputNorm * outputWeight)) switch
        {
            > 0 => Outcome.Learned,
            < 0 => Outcome.Collapsed,
            _ => Outcome.Separatrix,
        };
    }
}
