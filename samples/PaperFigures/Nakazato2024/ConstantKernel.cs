using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;
using MathNet.Numerics.Integration;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// The limit of many features: the kernel is that of infinite width and stays what it is, and the logit at x_o starts from a normal number of mean 0 and variance
/// s_v^2 E[phi(h)^2]. Means over seeds become means over that normal distribution of the simplified system, whose learning rate is eta Theta(x_o, x_o).
/// </summary>
internal sealed class ConstantKernel
{
    // Beyond eight standard deviations lie 1e-15 of all starts.
    private const double Range = 8;

    private readonly ResponseSetting setting;
    private readonly TangentKernel kernel;
    private readonly (double Weight, SimplifiedSystem System)[] starts;
    private readonly double ownValue;

    public ConstantKernel(ResponseSetting setting)
    {
        this.setting = setting;
        kernel = Kernel(setting, setting.OutputVariance);
        double norm = BitChange.None(setting).Norm;
        ownValue = kernel.Value(norm, norm, 1);
        // Without the part of the hidden weights, which the output variance multiplies, the kernel is E[phi(h) phi(h_o)].
        double deviation = Math.Sqrt(setting.OutputVariance * Kernel(setting, 0).Value(norm, norm, 1));
        // The size of the response has a kink at the start that is at the target from the beginning.
        double kink = Math.Clamp(Functions.Logit(setting.Target) / deviation, -Range, Range);
        starts = [.. Nodes(-Range, kink).Concat(Nodes(kink, Range)).Select(node => (node.Weight, Start(deviation * node.Normal)))];
    }

    /// <summary>Response, loss factor, slope and kernel at x_o after so many epochs.</summary>
    public LimitCurve At(double epoch)
    {
        double response = Response(epoch);
        return new(response, response / (setting.LearningRate * ownValue), Mean(system => system.Output(epoch) * (1 - system.Output(epoch))), ownValue);
    }

    /// <summary>What a whole run shows.</summary>
    public LimitSummary Summary()
    {
        var cube = new Hypercube(setting.InputSize, setting.Encoding);
        double[] kernels = [.. BitChange.All(setting).Select(change => kernel.Normalized(change.Norm, change.TrainedNorm, change.Cosine))];
        HammingGroups changes = HammingGroups.ByChange(cube, setting.TrainedVertex);
        double[] atVertices = [.. Enumerable.Range(0, cube.Count).Select(vertex => kernels[changes.Groups[vertex]])];
        var byDistance = new KernelProfile(HammingGroups.ByDistance(cube, setting.TrainedVertex));
        byDistance.Add(atVertices);
        var byChange = new KernelProfile(changes);
        byChange.Add(atVertices);
        return new(
            AgingExponent(),
            setting.Target is 0 or 1 ? null : starts[0].System.RelaxationRate,
            FactorOrder: 2,
            ResponseMaps.ByDistance([0], [byDistance]),
            ResponseMaps.SpreadByDistance([0], [byDistance]),
            setting.Encoding == HypercubeEncoding.Binary ? ResponseMaps.ByBits(setting, byChange) : null);
    }

    /// <summary>A rule for integrals over a part of the normal distribution; 40 nodes integrate what is smooth to rounding.</summary>
    private static IEnumerable<(double Weight, double Normal)> Nodes(double from, double to)
    {
        var rule = new GaussLegendreRule(from, to, 40);
        return from == to ? [] : rule.Weights.Zip(rule.Abscissas, (weight, x) => (weight * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI), x));
    }

    private double Mean(Func<SimplifiedSystem, double> number) => starts.Sum(start => start.Weight * number(start.System));

    private double Response(double epoch) => Mean(system => Math.Abs(system.Response(epoch)));

    private double? AgingExponent()
    {
        long[] epochs = new ResponseGrid([], setting.Epochs).LastDecade;
        return setting.Target is 0 or 1 && epochs.Length > 1
            ? PowerLaw.Exponent([.. epochs.Select(epoch => (double)epoch)], [.. epochs.Select(epoch => Response(epoch))])
            : null;
    }

    private static TangentKernel Kernel(ResponseSetting setting, double outputVariance) => setting.Activation == FeatureActivation.Relu
        ? TangentKernel.Relu(setting.HiddenVariance, outputVariance)
        : TangentKernel.Elu(setting.HiddenVariance, outputVariance);

    private SimplifiedSystem Start(double logit)
    {
        double rate = setting.LearningRate * ownValue;
        return setting.Loss == ResponseLoss.CrossEntropy
            ? SimplifiedSystem.CrossEntropy(1, setting.Target, rate, logit)
            : SimplifiedSystem.SquaredError(1, setting.Target, rate, logit);
    }
}
