using LearningDynamics.Data;
using LearningDynamics.Experiments;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// One wide layer learns one pair: how much does each further step change, at the pair itself and at the other inputs? The response ages as a power of the epoch, and
/// the kernel hardly moves.
/// </summary>
[Experiment("nakazato2024/response", Source = "arXiv:2405.04074, Figures 1 and 2")]
[CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 0.1)]
[Preset("figure-1", "Activation=Relu")]
[Preset("figure-2", "Activation=Elu")]
[Preset("binary", "Encoding=Binary", "Activation=Relu,Elu")]
[Figure("Training response", "Response", "LimitResponse", Panels = "Activation", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, XTitle = "epoch", YTitle = "response at x_o",
    Caption = "A plateau while the output is far from its target, then a fall as 1 / t. The limit of infinitely many features beside it ages in the same way.")]
[Figure("Response kernel", "Kernel", "LimitKernel", As = MapForm.Curves, Spreads = ["KernelSpread", "LimitKernelSpread"], Panels = "Activation", XTitle = "Hamming distance", YTitle = "kernel",
    Caption = "The response at an input in units of that at x_o, before, during and after the training, with its spread over inputs and seeds.")]
[Figure("Factors", "LossFactor", "OutputSlope", "TangentKernel", "Response", "ReconstructedResponse", Panels = "Activation", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, XTitle = "epoch", YTitle = "factor",
    Caption = "The loss factor ages; the tangent kernel hardly moves. Their product and the learning rate are the response.")]
public sealed partial class Response
{
    /// <summary>The activation of the features: the rectifier in Figure 1, the exponential linear unit in Figure 2.</summary>
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
        Epochs = (long)Math.Round(Epochs),
        Seeds = Seeds,
        Seed = Seed,
    };
}
