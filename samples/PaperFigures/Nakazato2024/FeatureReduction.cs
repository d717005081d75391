using LearningDynamics.Experiments;
using LearningDynamics.Theory;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// Features under noise that acts through the gradient: a ReLU feature that noise pushes below 0 has no gradient any more and is lost, an ELU feature never is.
/// </summary>
[Experiment("nakazato2024/feature-reduction", Source = "arXiv:2405.04074, feature reduction under noise")]
[CrossCheck(Route.ClosedForm, Route.Trained, Confidence = 0.99)]
[Figure("Alive features", "AliveShare", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, YTitle = "share of alive features",
    Caption = "ReLU features are lost, without drift as the inverse root of time in the end; ELU features are not.")]
[Figure("Effective rank", "EffectiveRank", XScale = AxisScale.Logarithmic, Caption = "How many directions the features span at the trained input and its neighbours.")]
[Figure("Decay", "DecayExponent", Caption = "The exponent of the alive share over the last decade.")]
public sealed partial class FeatureReduction
{
    /// <summary>How many features each network has, all of them alive at the start.</summary>
    [Parameter(Symbol = "m", AtLeast = 1, AtMost = 65536)]
    public int Features { get; init; } = 128;

    /// <summary>The drift of a feature's preactivation at the trained input; below 0 it is towards the loss of the feature.</summary>
    [Parameter(Symbol = "mu")]
    public double Drift { get; init; }

    /// <summary>The diffusion of a feature's preactivation: without the gradient's gate its variance grows by 2 D t.</summary>
    [Parameter(Symbol = "D", AtLeast = 0)]
    public double Diffusion { get; init; } = 0.1;

    /// <summary>The standard deviation of the preactivations of random weights; the features start with its positive half.</summary>
    [Parameter(Symbol = "s", Above = 0)]
    public double InitialScale { get; init; } = 1;

    /// <summary>The activation of the features.</summary>
    [Parameter, Sweep(FeatureActivation.Relu, FeatureActivation.Elu)]
    public FeatureActivation Activation { get; init; } = FeatureActivation.Relu;

    /// <summary>How many networks are simulated, each from weights and with noise of its own.</summary>
    [Parameter(AtLeast = 2, AtMost = 10000)]
    public int Seeds { get; init; } = 64;

    /// <summary>The seed of the first network; the others count up from it.</summary>
    [Parameter, Seed]
    public long Seed { get; init; } = 1;

    /// <summary>Until which time noise acts.</summary>
    [Horizon]
    public double Duration { get; init; } = 1000;

    /// <summary>The share of the features that have a gradient at the trained input.</summary>
    [Observables]
    public readonly record struct Survival(double AliveShare);

    /// <summary>The same, and how many directions the features span at the trained input and its neighbours.</summary>
    [Observables]
    public readonly record struct Curve(double AliveShare, double EffectiveRank);

    /// <summary>The exponent with which the alive share falls over the last decade.</summary>
    [Findings]
    public readonly record struct Summary(double? DecayExponent);

    // The exact solution: independent walks, lost at 0. An ELU's gradient is above 0 everywhere.
    [ClosedForm]
    public Func<double, double> Exact() => Activation == FeatureActivation.Elu
        ? _ => 1
        : AbsorbedWalk.FromHalfNormal(InitialScale, Drift, Diffusion).Survival;

    [Observe]
    public Survival Observe(Func<double, double> survival, double t) => new(survival(t));

    [Find]
    public Summary Find(Func<double, double> survival) => new(LastDecade.Exponent(Duration, survival));

    // Networks under noise of their own. Their spread is what the check's interval is made of.
    [Answer(Route.Trained)]
    public Answer<Curve, Summary> Simulate(RouteRequest request)
    {
        var ensemble = new FeatureEnsemble(this, request);
        return new(ensemble.Means(), new(ensemble.Exponent()))
        {
            StandardErrors = new(Seeds, ensemble.Errors(), new(ensemble.ExponentError())),
            Work = [new("features", (long)Seeds * Features)],
        };
    }
}
