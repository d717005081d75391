using LearningDynamics.Data;
using LearningDynamics.Experiments;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// Training response for targets between 0 and 1, which can be reached: the response does not age as a power but decays exponentially.
/// </summary>
[Experiment("nakazato2024/response-regression", Source = "arXiv:2405.04074, Figure 4")]
[CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 0.1)]
[Preset("figure-4", "Target=0,0.25,0.5,0.75,1")]
[Preset("cross-entropy", "Loss=CrossEntropy", "Target=0,0.25,0.5,0.75,1")]
[Figure("Training response for regression", "Response", "LimitResponse", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, XTitle = "epoch", YTitle = "response at x_o",
    Caption = "Targets of 0 and 1 are never reached and the response ages as a power; targets in between are, and it decays exponentially.")]
[Figure("Relaxation", "RelaxationRate", "LimitRelaxationRate", Over = "Target", YTitle = "rate",
    Caption = "The rate of the decay, measured over its end and in the limit of infinitely many features.")]
public sealed partial class ResponseRegression
{
    /// <summary>The activation of the features.</summary>
    [Parameter]
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
    [Parameter(Symbol = "y_o", AtLeast = 0, AtMost = 1), Sweep(0.0, 0.25, 0.5, 0.75, 1.0)]
    public double Target { get; init; } = 1;

    /// <summary>The loss of the output f = sigma(u): the cross-entropy, or the squared error (f - y)^2 / 2.</summary>
    [Parameter]
    public ResponseLoss Loss { get; init; } = ResponseLoss.Squared;

    /// <summary>Over how many networks is averaged.</summary>
    [Parameter(AtLeast = 1, AtMost = 100000)]
    public int Seeds { get; init; } = 16;

    /// <summary>The first network's seed; the others follow it.</summary>
    [Parameter, Seed]
    public long Seed { get; init; } = 1;

    /// <summary>How many epochs are trained.</summary>
    [Horizon, Parameter(AtLeast = 1, AtMost = 1e7)]
    public double Epochs { get; init; } = 2000;

    // The limit of infinitely many features.
    [ClosedForm]
    internal ConstantKernel Exact() => new(Setting);

    [Observe]
    internal static LimitCurve Observe(ConstantKernel limit, double epoch) => limit.At(epoch);

    [Find]
    internal static LimitSummary Find(ConstantKernel limit) => limit.Summary();

    // Real networks of the given width.
    [Answer(Route.Trained)]
    public Answer<ResponseCurve, ResponseSummary> Measure(RouteRequest request) => ResponseEnsemble.Answer(Setting, request);

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
        Loss = Loss,
        Epochs = (long)Math.Round(Epochs),
        Seeds = Seeds,
        Seed = Seed,
    };
}
