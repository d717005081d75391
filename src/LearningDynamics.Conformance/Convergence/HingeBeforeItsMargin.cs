using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>Under the hinge loss two and three balanced layers converge to the exact logit, before it reaches the margin.</summary>
[Experiment("conformance/hinge-before-its-margin", Source = "arXiv:1809.06848, Figure 5")]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
internal sealed partial class HingeBeforeItsMargin
{
    private const double InputNorm = 1.25;
    private const double InitialLogit = 0.25;
    private const double Margin = 100;

    /// <summary>How many layers of weights there are.</summary>
    [Parameter(AtLeast = 2), Sweep(2, 3)]
    public int Layers { get; init; } = 2;

    // Long before the margin is reached, which for two layers is at t = 2.4 and for three at t = 1.2.
    [Horizon]
    public double Duration { get; init; } = 0.75;

    [Observables]
    public readonly record struct Curve(double Logit);

    [ClosedForm]
    public HingeMode Exact() => new(Layers, InputNorm, frequency: 1, InitialLogit, Margin);

    [Observe]
    public Curve Observe(HingeMode mode, double t) => new(mode.Logit(t));

    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Chain.OfEqualGains(Layers, Math.Pow(InitialLogit / InputNorm, 1.0 / Layers)),
        Data = new LinedUpClasses([new(InputNorm, 1)]).WithHingeTargets(),
        Loss = Loss.Hinge(Margin),
        LearningRate = 0.00375,
    };

    [Observe]
    public Curve Observe(Network network) => new(network.Logit([InputNorm, 0]));
}
