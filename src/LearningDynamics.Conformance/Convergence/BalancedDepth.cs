using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>One, two and four balanced layers converge to the exact logit.</summary>
[Experiment("conformance/balanced-depth", Source = "arXiv:1809.06848, Figure 4")]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
internal sealed partial class BalancedDepth
{
    private const double InputNorm = 1.25;
    private const double InitialLogit = 0.25;

    /// <summary>How many layers of weights there are.</summary>
    [Parameter(AtLeast = 1), Sweep(1, 2, 4)]
    public int Layers { get; init; } = 2;

    [Horizon]
    public double Duration { get; init; } = 6;

    [Observables]
    public readonly record struct Curve(double Logit);

    [ClosedForm]
    public LayeredMode Exact() => new(Layers, InputNorm, frequency: 1, InitialLogit);

    [Observe]
    public Curve Observe(LayeredMode mode, double t) => new(mode.Logit(t));

    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Chain.OfEqualGains(Layers, Math.Pow(InitialLogit / InputNorm, 1.0 / Layers)),
        Data = new LinedUpClasses([new(InputNorm, 1)]).WithLogisticTargets(),
        Loss = Loss.Logistic,
        LearningRate = 0.03,
    };

    [Observe]
    public Curve Observe(Network network) => new(network.Logit([InputNorm, 0]));
}
