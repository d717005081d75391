using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// One class of lined-up examples learned through ever more layers: one layer climbs at once, more wait on a plateau. The more layers, the steeper the climb behind it, and the sooner the target is reached from one and the same logit.
/// </summary>
[Experiment("tachet2018/depth", Source = "arXiv:1809.06848, Figure 4")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Figure("Figure 4", "Logit", "Confidence", Panels = "InputNorm", Caption = "One layer climbs at once. More layers wait on a plateau and then climb, the more steeply the more there are.")]
[Figure("Times to the target", "TimeToConfidence", Caption = "When the confidence reaches its target.")]
public sealed partial class Depth
{
    /// <summary>How many layers of weights there are.</summary>
    [Parameter(Symbol = "N", AtLeast = 1, AtMost = 16), Sweep(1, 2, 3, 4, 8)]
    public int Layers { get; init; } = 2;

    /// <summary>The norm of the examples.</summary>
    [Parameter(Symbol = "||x||", Above = 0), Sweep(0.5, 1, 2)]
    public double InputNorm { get; init; } = 1;

    /// <summary>The share of the data that the class makes up.</summary>
    [Parameter(Symbol = "p", Above = 0, AtMost = 1)]
    public double Frequency { get; init; } = 1;

    /// <summary>The logit at the start, which all layers share equally.</summary>
    [Parameter(Symbol = "u0", Above = 0)]
    public double InitialLogit { get; init; } = 0.05;

    /// <summary>The confidence whose time is asked for.</summary>
    [Parameter(Symbol = "delta", Above = 0.5, Below = 1)]
    public double TargetConfidence { get; init; } = 0.95;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 40;

    [Observables]
    public readonly record struct Curve(double Logit, double Confidence);

    [Findings]
    public readonly record struct Summary(double? TimeToConfidence);

    // The exact solution of balanced layers.
    [ClosedForm]
    public LayeredMode Exact() => new(Layers, InputNorm, Frequency, InitialLogit);

    [Observe]
    public Curve Observe(LayeredMode mode, double t) => new(mode.Logit(t), mode.Confidence(t));

    [Find]
    public Summary Find(LayeredMode mode) =>
        new(mode.TimeToConfidence(TargetConfidence) is { } time && time <= Duration ? time : null);

    // The gradient flow of every layer's gain; that the layers stay balanced is for it to show.
    [InitialState]
    public double[] Start() => Chain.Start();

    [Flow]
    public void Flow<T>(ReadOnlySpan<T> gains, Span<T> derivative)
        where T : struct, IScalar<T> => Chain.Gradient(T.Logistic(-Chain.Logit(gains)) * Frequency, gains, derivative);

    [Observe]
    public Curve Observe(double[] gains) => Measure(Chain.Logit(gains));

    [Find]
    public Summary Find(FlowRun<double[]> run) => new(run.FirstRise(gains => Excess(Observe(gains))));

    // The network: two inputs, Layers - 1 hidden ReLUs one behind the other, one logit.
    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Chain.Network(),
        Data = new LinedUpClasses([new(InputNorm, Frequency)]).WithLogisticTargets(),
        Loss = Loss.Logistic,
        LearningRate = Chain.LearningRate(Frequency),
    };

    [Observe]
    public Curve Observe(Network network) => Measure(network.Logit([InputNorm, 0]));

    [Find]
    public Summary Find(TrainedRun<Curve> run) => new(run.FirstRise(Excess));

    private BalancedChain Chain => new(Layers, InputNorm, InitialLogit);

    private static Curve Measure(double logit) => new(logit, Functions.Logistic(logit));

    private double Excess(Curve curve) => curve.Logit - Functions.Logit(TargetConfidence);
}
