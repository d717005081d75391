using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// How fast does the kernel of a finite layer approach that of infinite width? Its mean over random networks is there at any width; a single network scatters about it by one
/// over the root of the number of features.
/// </summary>
[Experiment("nakazato2024/kernel", Source = "arXiv:2405.04074, the kernel of Figures 1 and 2")]
[CrossCheck(Route.ClosedForm, Route.Trained, Absolute = 0.005)]
[Preset("binary", "Encoding=Binary", "Features=32,128,512,2048", "Activation=Relu,Elu")]
[Figure("Scatter over the width", "Scatter", Over = "Features", Panels = "Activation", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, XTitle = "features", YTitle = "scatter of the kernel",
    Caption = "A network's kernel is off by one over the root of the number of features: the slope is -1/2.")]
[Figure("Kernel", "Kernel", Panels = "Activation", XTitle = "Hamming distance", YTitle = "kernel",
    Caption = "The mean over networks is that of infinite width, whatever the number of features.")]
public sealed partial class KernelOfWidth
{
    /// <summary>The activation of the features.</summary>
    [Parameter, Sweep(FeatureActivation.Relu, FeatureActivation.Elu)]
    public FeatureActivation Activation { get; init; } = FeatureActivation.Relu;

    /// <summary>The number of bits of an input.</summary>
    [Parameter(Symbol = "N", AtLeast = 1, AtMost = 16)]
    public int InputSize { get; init; } = 8;

    /// <summary>The number of features: hidden neurons.</summary>
    [Parameter(Symbol = "m", AtLeast = 1, AtMost = 65536), Sweep(32, 128, 512, 2048)]
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

    /// <summary>How many features all networks have together; there are as many networks as that takes, at least 2.</summary>
    [Parameter(AtLeast = 1, AtMost = 1e9)]
    public int AllFeatures { get; init; } = 1 << 19;

    /// <summary>The first network's seed; the others follow it.</summary>
    [Parameter, Seed]
    public long Seed { get; init; } = 1;

    /// <param name="Kernel">The mean over networks and inputs at each Hamming distance, in units of that at x_o.</param>
    /// <param name="Scatter">The standard deviation over networks, in the root mean square over all inputs, in the same units.</param>
    [Findings]
    public readonly record struct Summary(Map Kernel, double Scatter);

    // The limit of infinite width, and the scatter about it, which is exact at any width.
    [Answer(Route.ClosedForm)]
    public Answer<Summary> Exact(RouteRequest request)
    {
        (TangentKernel kernel, TangentKernelScatter scatter) = Activation == FeatureActivation.Relu
            ? (TangentKernel.Relu(HiddenVariance, OutputVariance), TangentKernelScatter.Relu(HiddenVariance, OutputVariance))
            : (TangentKernel.Elu(HiddenVariance, OutputVariance), TangentKernelScatter.Elu(HiddenVariance, OutputVariance));
        double[] sums = new double[InputSize + 1], counts = new double[InputSize + 1];
        double variance = 0;
        foreach (BitChange change in BitChange.All(Setting))
        {
            counts[change.Distance] += change.Inputs;
            sums[change.Distance] += change.Inputs * kernel.Normalized(change.Norm, change.TrainedNorm, change.Cosine);
            variance += change.Inputs * scatter.OfOneFeature(change.Norm, change.TrainedNorm, change.Cosine).Variance;
        }

        double own = kernel.Value(BitChange.None(Setting).Norm, BitChange.None(Setting).Norm, 1);
        return new(new Summary(
            ResponseMaps.ByDistance([.. sums.Zip(counts, (sum, count) => sum / count)]),
            Math.Sqrt(variance / counts.Sum() / Features) / own));
    }

    // Random networks, of which the tangent kernel over all inputs is measured as a factor of their training response.
    [Answer(Route.Trained)]
    public Answer<Summary> Measure(RouteRequest request)
    {
        ResponseSetting setting = Setting;
        var probes = new ResponseProbes(setting);
        int networks = Math.Max(2, AllFeatures / Features), perTask = (networks + Tasks - 1) / Tasks;
        KernelProfile[] parts = Ensemble.Run(request, 0, Tasks, task =>
            Profile(setting, probes, (int)task * perTask, Math.Min(networks, ((int)task + 1) * perTask), request.Cancellation));
        var all = new KernelProfile(probes.Changes);
        foreach (KernelProfile part in parts)
            all.Add(part);

        double[] sums = new double[InputSize + 1], counts = new double[InputSize + 1];
        double squares = 0;
        int group = 0;
        // Groups come in the order of the changes, the one without any first.
        foreach (BitChange change in BitChange.All(setting))
        {
            counts[change.Distance] += all.Count(group);
            sums[change.Distance] += all.Count(group) * all.Means[group] / all.Means[0];
            squares += all.Count(group) * Math.Pow(all.Spread(group) / all.Means[0], 2);
            group++;
        }

        return new(new Summary(ResponseMaps.ByDistance([.. sums.Zip(counts, (sum, count) => sum / count)]), Math.Sqrt(squares / counts.Sum())));
    }

    // A fixed number of tasks, so that the sums do not depend on the number of threads.
    private const int Tasks = 64;

    private KernelProfile Profile(ResponseSetting setting, ResponseProbes probes, int first, int end, CancellationToken cancellation)
    {
        var profile = new KernelProfile(probes.Changes);
        var response = new TrainingResponse(setting.Plan(0), probes.Cube.Vertex(setting.TrainedVertex), setting.Target, probes.All);
        var field = new ResponseField(probes.All);
        for (int network = first; network < end; network++)
        {
            response.Measure(setting.Plan(unchecked((ulong)(Seed + network))).Network, field, cancellation);
            profile.Add(field.TangentKernel);
        }

        return profile;
    }

    private ResponseSetting Setting => new()
    {
        Activation = Activation,
        InputSize = InputSize,
        Features = Features,
        Encoding = Encoding,
        SetShare = SetShare,
        HiddenVariance = HiddenVariance,
        OutputVariance = OutputVariance,
    };
}
