using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;
using MathNet.Numerics;

namespace PaperFigures.Nakazato2024;

/// <summary>The training responses of several seeds, averaged.</summary>
internal sealed class ResponseEnsemble
{
    private readonly ResponseSetting setting;
    private readonly ResponseGrid grid;
    private readonly ResponseProbes probes;
    private readonly ResponseRun[] runs;

    private ResponseEnsemble(ResponseSetting setting, RouteRequest request, bool watchesFeatures)
    {
        this.setting = setting;
        grid = new ResponseGrid(request.Times, setting.Epochs);
        probes = new ResponseProbes(setting);
        runs = Ensemble.Run(request, setting.Seed, setting.Seeds, seed => ResponseRun.Measure(setting, seed, request, grid, probes, watchesFeatures));
    }

    /// <summary>The answer of an experiment that looks at the response alone.</summary>
    public static Answer<ResponseCurve, ResponseSummary> Answer(ResponseSetting setting, RouteRequest request)
    {
        var ensemble = new ResponseEnsemble(setting, request, watchesFeatures: false);
        return ensemble.Answer(ensemble.Curve());
    }

    /// <summary>The answer of an experiment that looks at the features as well.</summary>
    public static Answer<FeatureCurve, ResponseSummary> AnswerWithFeatures(ResponseSetting setting, RouteRequest request)
    {
        var ensemble = new ResponseEnsemble(setting, request, watchesFeatures: true);
        return ensemble.Answer([.. ensemble.Curve().Select((point, index) => new FeatureCurve(
            point.Response,
            point.LossFactor,
            point.OutputSlope,
            point.TangentKernel,
            point.ReconstructedResponse,
            ensemble.runs.Average(run => run.Features[index].Alive),
            ensemble.runs.Average(run => run.Features[index].Rank)))]);
    }

    private Answer<TCurve, ResponseSummary> Answer<TCurve>(IReadOnlyList<TCurve> curve)
        where TCurve : struct => new(curve, Summary())
        {
            Times = [.. grid.Asked.Select(epoch => (double)epoch)],
            Work = [new("steps", setting.Epochs * setting.Seeds)],
        };

    private ResponseCurve[] Curve() => [.. grid.Places(grid.Asked).Select(place => new ResponseCurve(
        Mean(place, point => Math.Abs(point.LogitResponse)),
        Mean(place, point => Math.Abs(point.LossFactor)),
        Mean(place, point => point.OutputSlope),
        Mean(place, point => setting.Scaling.TangentKernel(point.TangentKernel)),
        Mean(place, point => Math.Abs(point.ReconstructedLogitResponse))))];

    private ResponseSummary Summary()
    {
        KernelProfile[] kernels = [.. grid.Kernel.Select((_, place) => Sum(new(probes.Distances), run => run.Kernel[place]))];
        bool hasBits = setting.Encoding == LearningDynamics.Data.HypercubeEncoding.Binary;
        return new(
            AgingExponent(),
            RelaxationRate(),
            runs.All(run => run.Drift is not null) ? runs.Average(run => run.Drift) : null,
            FactorOrder(),
            ResponseMaps.ByDistance(grid.Kernel, kernels),
            ResponseMaps.SpreadByDistance(grid.Kernel, kernels),
            hasBits ? ResponseMaps.ByBits(setting, Sum(new(probes.Changes), run => run.FirstByChange)) : null,
            hasBits ? ResponseMaps.ByBits(setting, Sum(new(probes.Changes), run => run.LastByChange)) : null);
    }

    private double? AgingExponent() => setting.Target is 0 or 1 && grid.LastDecade.Length > 1
        ? PowerLaw.Exponent(
            [.. grid.LastDecade.Select(epoch => (double)epoch)],
            [.. grid.Places(grid.LastDecade).Select(place => Mean(place, point => Math.Abs(point.LogitResponse)))])
        : null;

    private double? RelaxationRate() => setting.Target is 0 or 1 || runs.Any(run => RelaxationRate(run) is null) ? null : runs.Average(RelaxationRate);

    /// <summary>The rate of an exponential fitted to one seed's response from three quarters of the time on in which it stands clear of rounding; null if that is too short.</summary>
    private double? RelaxationRate(ResponseRun run)
    {
        int end = Array.FindIndex(run.AtPair, point => Math.Abs(point.LogitResponse) < ResponseRun.LeastResponse);
        int last = (end < 0 ? run.AtPair.Length : end) - 1;
        int[] places = [.. Enumerable.Range(0, last + 1).Where(place => 4 * grid.All[place] >= 3 * grid.All[last])];
        return places.Length < 10
            ? null
            : -Fit.Line([.. places.Select(place => (double)grid.All[place])], [.. places.Select(place => Math.Log(Math.Abs(run.AtPair[place].LogitResponse)))]).B;
    }

    private double? FactorOrder()
    {
        var sum = new FactorErrors();
        foreach (ResponseRun run in runs)
            sum.Add(run.Factors);
        return sum.Order;
    }

    private KernelProfile Sum(KernelProfile sum, Func<ResponseRun, KernelProfile> profile)
    {
        foreach (ResponseRun run in runs)
            sum.Add(profile(run));
        return sum;
    }

    private double Mean(int place, Func<PointResponse, double> number) => runs.Average(run => number(run.AtPair[place]));
}
