using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// The same network under the hinge loss and under the cross-entropy: how much longer does the cross-entropy take to a confidence?
/// </summary>
[Experiment("tachet2018/hinge-vs-cross-entropy", Source = "arXiv:1809.06848, Figure 5 right")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Figure("Figure 5 right", "TimeHinge", "TimeCrossEntropy", Over = "TargetConfidence", YScale = AxisScale.Logarithmic, YTitle = "time to the confidence",
    Inset = ["LogitHinge", "LogitCrossEntropy"], Caption = "The cross-entropy takes exponentially longer in the logit. Inset: the logits over time.")]
public sealed partial class HingeVersusCrossEntropy
{
    /// <summary>The norm of the examples.</summary>
    [Parameter(Symbol = "||x||", Above = 0)]
    public double InputNorm { get; init; } = 1;

    /// <summary>The share of the data that the class makes up.</summary>
    [Parameter(Symbol = "p", Above = 0, AtMost = 1)]
    public double Frequency { get; init; } = 1;

    /// <summary>How many layers of weights there are.</summary>
    [Parameter(Symbol = "N", AtLeast = 1, AtMost = 16)]
    public int Layers { get; init; } = 2;

    /// <summary>The logit at the start, which all layers share equally.</summary>
    [Parameter(Symbol = "u0", Above = 0)]
    public double InitialLogit { get; init; } = 0.01;

    /// <summary>The margin of the hinge loss: the logit beyond which it asks for nothing.</summary>
    [Parameter(Symbol = "M", Above = 0)]
    public double Margin { get; init; } = 10;

    /// <summary>The confidence whose time is asked for; one beyond the margin is never reached under the hinge loss.</summary>
    [Parameter(Symbol = "delta", Above = 0.5, Below = 1), Sweep(0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999)]
    public double TargetConfidence { get; init; } = 0.9;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 100;

    [Observables]
    public readonly record struct Curves(double LogitHinge, double LogitCrossEntropy);

    [Findings]
    public readonly record struct Summary(
        double? TimeHinge, double? TimeCrossEntropy, double? Ratio, [property: EventTime] double? MarginTime);

    /// <summary>The exact solutions under either loss.</summary>
    public sealed record Modes(HingeMode Hinge, LayeredMode CrossEntropy);

    [ClosedForm]
    public Modes Exact() => new(
        new(Layers, InputNorm, Frequency, InitialLogit, Margin),
        new(Layers, InputNorm, Frequency, InitialLogit));

    [Observe]
    public Curves Observe(Modes modes, double t) => new(modes.Hinge.Logit(t), modes.CrossEntropy.Logit(t));

    [Find]
    public Summary Find(Modes modes) => Summarise(
        Within(modes.Hinge.TimeToConfidence(TargetConfidence)),
        Within(modes.CrossEntropy.TimeToConfidence(TargetConfidence)),
        Within(modes.Hinge.MarginTime));

    // The gradient flow of every layer's gain, first under the hinge loss, then under the cross-entropy.
    [InitialState]
    public double[] Start() => [.. Chain.Start(), .. Chain.Start()];

    [Flow]
    public void Flow<T>(ReadOnlySpan<T> gains, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        ReadOnlySpan<T> hinge = gains[..Layers], crossEntropy = gains[Layers..];
        Chain.Gradient(T.Step(Margin - Chain.Logit(hinge)) * Frequency, hinge, derivative[..Layers]);
        Chain.Gradient(T.Logistic(-Chain.Logit(crossEntropy)) * Frequency, crossEntropy, derivative[Layers..]);
    }

    [Event(Direction = EventDirection.Rising)]
    public double MarginReached(double[] gains) => Observe(gains).LogitHinge - Margin;

    [Observe]
    public Curves Observe(double[] gains) => new(Chain.Logit(gains[..Layers]), Chain.Logit(gains[Layers..]));

    [Find]
    public Summary Find(FlowRun<double[]> run) => Summarise(
        run.FirstRise(gains => Observe(gains).LogitHinge - Target),
        run.FirstRise(gains => Observe(gains).LogitCrossEntropy - Target),
        run.FirstTime(nameof(MarginReached)));

    // The network: two inputs, Layers - 1 hidden ReLUs one behind the other, one logit. The cross-entropy is watched over time.
    [Trained]
    public TrainingPlan Train() => Plan(Loss.Logistic, Data.WithLogisticTargets());

    /// <summary>What is watched while the cross-entropy trains.</summary>
    [Observables]
    public readonly record struct CrossEntropyCurve(double LogitCrossEntropy);

    [Observe]
    public CrossEntropyCurve Observe(Network network) => new(LogitOf(network));

    // A plan has one loss. The same network is trained again, as finely, under the hinge loss; it ends at the margin + O(eta), raggedly, so
    // that the times up to there are what can be compared.
    [Find]
    public Summary Find(TrainedRun<CrossEntropyCurve> run)
    {
        TrainedRun<double> hinge = TrainUnderHinge(run.Request!, run.LearningRate);
        return Summarise(
            Target <= Math.Max(Margin, InitialLogit) ? hinge.FirstKink(logit => logit - Target) : null,
            run.FirstRise(curve => curve.LogitCrossEntropy - Target),
            hinge.FirstKink(logit => logit - Margin));
    }

    private BalancedChain Chain => new(Layers, InputNorm, InitialLogit);

    private LinedUpClasses Data => new([new(InputNorm, Frequency)]);

    private double Target => Functions.Logit(TargetConfidence);

    private static Summary Summarise(double? hinge, double? crossEntropy, double? margin) =>
        new(hinge, crossEntropy, hinge > 0 ? crossEntropy / hinge : null, margin > 0 ? margin : null);

    private double? Within(double? time) => time <= Duration ? time : null;

    private TrainingPlan Plan(Loss loss, Dataset data) => new()
    {
        Network = Chain.Network(),
        Data = data,
        Loss = loss,
        LearningRate = Chain.LearningRate(Frequency),
    };

    private double LogitOf(Network network) => network.Logit([InputNorm, 0]);

    private TrainedRun<double> TrainUnderHinge(RouteRequest request, double learningRate)
    {
        TrainingPlan plan = Plan(Loss.Hinge(Margin), Data.WithHingeTargets()) with { LearningRate = learningRate };
        // Nothing is asked of it after the margin; the target is passed before, or never.
        List<double> logits = StretchedTraining.Observe([plan.Until(Duration)], request, LogitOf, (_, after) => after >= Margin)[0];
        return new(logits, learningRate, plan.Network);
    }
}
