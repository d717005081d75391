using LearningDynamics.Data;
using LearningDynamics.Experiments;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// Training response with noise in the training: the response to the clean pair ages differently, and ReLU networks lose features where ELU networks cannot.
/// </summary>
[Experiment("nakazato2024/response-with-noise", Source = "arXiv:2405.04074, Figure 3")]
[CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 0.1)]
[Preset("figure-3", "NoiseLevel=0,0.01,0.05,0.1", "Activation=Relu,Elu")]
[Preset("other-examples", "NoiseKind=OtherExamples", "NoiseLevel=0,0.01,0.05,0.1", "Activation=Relu,Elu")]
[Preset("label", "NoiseKind=Label", "NoiseLevel=0,0.01,0.05,0.1", "Activation=Relu,Elu")]
[Preset("weight", "NoiseKind=Weight", "NoiseLevel=0,0.01,0.05,0.1", "Activation=Relu,Elu")]
[Figure("Training response with noise", "Response", Panels = "Activation", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, XTitle = "epoch", YTitle = "response at x_o",
    Caption = "The response to a clean step on the pair, ReLU and ELU networks side by side, a colour for each level of noise.")]
[Figure("Alive features", "AliveFeatures", "WalkFeatures", Panels = "Activation", XTitle = "epoch", YTitle = "features with a gradient at x_o",
    Caption = "What is left of the features, beside independent walks with the diffusion that the noise has at the start. Training alone takes features too.")]
[Figure("Effective rank", "EffectiveRank", Panels = "Activation", XTitle = "epoch", YTitle = "directions around x_o")]
[Figure("Aging under noise", "AgingExponent", Over = "NoiseLevel", Panels = "Activation", YTitle = "exponent of the last decade")]
public sealed partial class ResponseWithNoise
{
    /// <summary>The activation of the features.</summary>
    [Parameter, Sweep(FeatureActivation.Relu, FeatureActivation.Elu)]
    public FeatureActivation Activation { get; init; } = FeatureActivation.Relu;

    /// <summary>The number of bits of an input.</summary>
    [Parameter(Symbol = "N", AtLeast = 1, AtMost = 20)]
    public int InputSize { get; init; } = 8;

    /// <summary>The number of features: hidden neurons.</summary>
    [Parameter(Symbol = "m", AtLeast = 1, AtMost = 65536)]
    public int Features { get; init; } = 128;

    /// <summary>Whether a bit stands for -1 or 1 (signed) or for 0 or 1 (binary).</summary>
    [Parameter]
    public HypercubeEncoding Encoding { get; init; } = HypercubeEncoding.Signed;

    /// <summary>The share of the trained input's bits that are set; at least one is. It matters for binary inputs only.</summary>
    [Parameter(AtLeast = 0, AtMost = 1)]
    public double SetShare { get; init; } = 0.5;

    /// <summary>The variance of the hidden weights.</summary>
    [Parameter(Symbol = "s_w^2", Above = 0, AtMost = 100)]
    public double HiddenVariance { get; init; } = 1;

    /// <summary>The variance of the output weights.</summary>
    [Parameter(Symbol = "s_v^2", Above = 0, AtMost = 100)]
    public double OutputVariance { get; init; } = 1;

    /// <summary>The learning rate of a step; an epoch is one step.</summary>
    [Parameter(Symbol = "eta", Above = 0)]
    public double LearningRate { get; init; } = 0.05;

    /// <summary>The target of the pair.</summary>
    [Parameter(Symbol = "y_o", AtLeast = 0, AtMost = 1)]
    public double Target { get; init; } = 1;

    /// <summary>What is noisy about the training.</summary>
    [Parameter]
    public NoiseKind NoiseKind { get; init; } = NoiseKind.InputFlip;

    /// <summary>How strong the noise is: for each kind a probability, for weight noise the size of a step's noise in units of the learning rate.</summary>
    [Parameter(AtLeast = 0, AtMost = 1), Sweep(0.0, 0.01, 0.05, 0.1)]
    public double NoiseLevel { get; init; } = 0.05;

    /// <summary>Over how many networks is averaged.</summary>
    [Parameter(AtLeast = 1, AtMost = 100000)]
    public int Seeds { get; init; } = 16;

    /// <summary>The first network's seed; the others follow it.</summary>
    [Parameter, Seed]
    public long Seed { get; init; } = 1;

    /// <summary>How many epochs are trained.</summary>
    [Horizon, Parameter(AtLeast = 1, AtMost = 1e7)]
    public double Epochs { get; init; } = 2000;

    // There is no formula under noise. That the factors are the first order of the response holds all the same; the walk is there to compare with.
    [ClosedForm]
    internal NoiseWalk Walk() => new(Setting);

    [Observe]
    internal static WalkCurve Observe(NoiseWalk walk, double epoch) => new(walk.AliveFeatures(epoch));

    [Find]
    internal static FactorLaw Find(NoiseWalk walk) => new(2);

    [Answer(Route.Trained)]
    public Answer<FeatureCurve, ResponseSummary> Measure(RouteRequest request) => ResponseEnsemble.AnswerWithFeatures(Setting, request);

    private ResponseSetting Setting => new()
    {
        Activation = Activation,
        InputSize = InputSize,
        Features = Features,
        Encoding = Encoding,
        SetShare = SetShare,
        HiddenVariance = HiddenVariance,
        OutputVariance = OutputVariance,
        LearningRate = LearningRate,
        Target = Target,
        NoiseKind = NoiseKind,
        NoiseLevel = NoiseLevel,
        Epochs = (long)Math.Round(Epochs),
        Seeds = Seeds,
        Seed = Seed,
    };
}
