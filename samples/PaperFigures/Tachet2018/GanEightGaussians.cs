using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Training;
using static System.FormattableString;

namespace PaperFigures.Tachet2018;

/// <summary>
/// A generator is trained against a discriminator on eight Gaussians on a circle, under the hinge loss and under the cross-entropy, with several seeds: how many of the Gaussians does it cover?
/// </summary>
[Experiment("tachet2018/gan-eight-gaussians", Source = "arXiv:1809.06848, Figure 5 (left)", IsLong = true)]
[Preset("short", "Loss=Hinge,CrossEntropy", "Steps=60", "BatchSize=64", "Width=32", "Seeds=3")]
[Figure("Figure 5 (left): samples of the generator", "Samples25", "Samples50", "Samples75", "Samples100", As = MapForm.Points, XTitle = "x", YTitle = "y",
    Caption = "500 samples of the first seed's generator after 25%, 50%, 75% and all of the steps.")]
[Figure("Gaussians covered", "ModesCovered", XTitle = "step", Caption = "Means over the seeds; a Gaussian counts with 20 of 2,500 samples within 3 standard deviations.")]
[Figure("Share of samples near a Gaussian", "HighQualityShare", XTitle = "step", Caption = "Means over the seeds of the share of samples within 3 standard deviations of a Gaussian.")]
[Figure("Coverage at the end", "ModesCoveredMean", "HighQualityShareMean", Spreads = ["ModesCoveredHalfWidth", "HighQualityShareHalfWidth"],
    Caption = "Means over the seeds, with half the width of their 95% confidence intervals.")]
[Figure("Hinge loss against cross-entropy", "Compared", "InWords")]
public sealed partial class GanEightGaussians
{
    // Usual for these data: a latent of more numbers than the plane needs, two hidden layers in either network, and Adam with beta1 = 0.5.
    private const int LatentSize = 16;
    private const double LearningRate = 1e-3;
    private const double Beta1 = 0.5;
    private const int SampleCount = 2500;
    private const int LargestObservationCount = 41;
    private const int PictureSampleCount = 500;

    private static readonly GaussianRing Ring = new(modes: 8, radius: 2, deviation: 0.02);

    /// <summary>What the discriminator minimises.</summary>
    [Parameter, Sweep(DiscriminatorLoss.Hinge, DiscriminatorLoss.CrossEntropy)]
    public DiscriminatorLoss Loss { get; init; } = DiscriminatorLoss.Hinge;

    /// <summary>How many steps are trained, each one of the discriminator and one of the generator. It stands where other experiments have the time.</summary>
    [Horizon, Parameter(AtLeast = 4, AtMost = 1_000_000)]
    public double Steps { get; init; } = 8000;

    /// <summary>How many samples of the data, and as many of the generator, a step looks at.</summary>
    [Parameter(AtLeast = 1, AtMost = 65536)]
    public int BatchSize { get; init; } = 256;

    /// <summary>How many neurons each hidden layer has.</summary>
    [Parameter(AtLeast = 1, AtMost = 4096)]
    public int Width { get; init; } = 128;

    /// <summary>How many trainings there are, with the seeds 1, 2, ... for weights and data.</summary>
    [Parameter(AtLeast = 2, AtMost = 1000)]
    public int Seeds { get; init; } = 5;

    /// <summary>The losses of a discriminator.</summary>
    public enum DiscriminatorLoss
    {
        /// <summary>The hinge loss with margin 1.</summary>
        Hinge,

        /// <summary>The cross-entropy.</summary>
        CrossEntropy,
    }

    /// <summary>How the numbers of covered Gaussians under both losses compare, by the 95% confidence interval of their difference, seed by seed.</summary>
    public enum Comparison
    {
        /// <summary>The interval lies at 0 or above: hinge covers at least as many.</summary>
        HingeAtLeastAsMany,

        /// <summary>The interval reaches to both sides of 0: so few seeds do not tell.</summary>
        NotToldApart,

        /// <summary>The interval lies below 0: hinge covers fewer.</summary>
        HingeFewer,
    }

    /// <summary>Means over the seeds.</summary>
    [Observables]
    public readonly record struct Coverage(double ModesCovered, double HighQualityShare);

    /// <summary>Means over the seeds at the end, with half the width of their 95% confidence intervals, and samples of the first seed after so many percent of the steps. The comparison stands with the hinge loss.</summary>
    [Findings]
    public readonly record struct Shown(
        double ModesCoveredMean, double ModesCoveredHalfWidth, double HighQualityShareMean, double HighQualityShareHalfWidth,
        Comparison? Compared, double? ModesAdvantage, double? ModesAdvantageHalfWidth, string InWords,
        Map Samples25, Map Samples50, Map Samples75, Map Samples100);

    [Answer(Route.Trained)]
    public Answer<Coverage, Shown> Train(RouteRequest request)
    {
        bool comparesLosses = Loss == DiscriminatorLoss.Hinge;
        long[] steps = ObservedSteps(request.Times);
        GanEnsemble TrainUnder(DiscriminatorLoss loss, double from, double to) => GanEnsemble.Train(
            Ring, seed => Plan(loss, seed, steps), Seeds, SampleCount, share => request.Progress?.Report(from + ((to - from) * share)), request.Cancellation);

        GanEnsemble own = TrainUnder(Loss, 0, comparesLosses ? 0.5 : 1);
        GanEnsemble? other = comparesLosses ? TrainUnder(DiscriminatorLoss.CrossEntropy, 0.5, 1) : null;
        Coverage Mean(int index) => new(own.Coverages.Average(training => training[index].ModesCovered), own.Coverages.Average(training => training[index].HighQualityShare));
        return new([.. Enumerable.Range(0, own.Samples.Count).Select(Mean)], Summarize(own, other))
        {
            Times = [0, .. steps],
            Work = [new("steps", steps[^1] * Seeds * (comparesLosses ? 2 : 1))],
        };
    }

    /// <summary>The steps nearest to the times, without 0. Each observation draws thousands of samples, so of many times only every second, third or further one is taken, from the last one on.</summary>
    private static long[] ObservedSteps(IReadOnlyList<double> times)
    {
        int stride = (times.Count - 1 + LargestObservationCount - 2) / (LargestObservationCount - 1);
        return [.. times.Reverse().Where((_, index) => index % Math.Max(1, stride) == 0).Reverse().Select(time => (long)Math.Round(time)).Where(step => step > 0).Distinct()];
    }

    private AdversarialPlan Plan(DiscriminatorLoss loss, ulong seed, long[] steps) => new()
    {
        Generator = Network.Create([LatentSize, Width, Width, 2], Activation.Relu, Initialization.FanIn(Math.Sqrt(2)), 3 * seed, biased: true),
        Discriminator = Network.Create([2, Width, Width, 1], Activation.Relu, Initialization.FanIn(Math.Sqrt(2)), (3 * seed) + 1, biased: true),
        Data = Ring.Draw,
        DiscriminatorLoss = loss == DiscriminatorLoss.Hinge ? LearningDynamics.Training.Loss.Hinge() : LearningDynamics.Training.Loss.Logistic,
        LearningRate = LearningRate,
        BatchSize = BatchSize,
        Steps = steps[^1],
        Optimizer = Optimizer.Adam(Beta1),
        Precision = Precision.Single,
        Seed = (3 * seed) + 2,
        ObservationSteps = [.. steps],
    };

    private Shown Summarize(GanEnsemble own, GanEnsemble? other)
    {
        double[] modes = own.FinalModes, shares = own.FinalShares;
        string covers = Invariant($"{Name(Loss)} covers {Interval(modes)} of {Ring.Modes} Gaussians");
        double[]? advantages = other is null ? null : [.. modes.Zip(other.FinalModes, (hinge, crossEntropy) => hinge - crossEntropy)];
        Map Picture(int quarter) => Dots(own.Samples[(own.Samples.Count - 1) * quarter / 4]);
        return new(
            modes.Average(), GanEnsemble.HalfWidth(modes), shares.Average(), GanEnsemble.HalfWidth(shares),
            advantages is null ? null : Compare(advantages), advantages?.Average(), advantages is null ? null : GanEnsemble.HalfWidth(advantages),
            advantages is null ? covers : Invariant($"{covers}, {Name(DiscriminatorLoss.CrossEntropy)} {Interval(other!.FinalModes)}; the difference is {Interval(advantages)}, over {Seeds} seeds"),
            Picture(1), Picture(2), Picture(3), Picture(4));
    }

    private static Comparison Compare(double[] advantages)
    {
        double mean = advantages.Average(), halfWidth = GanEnsemble.HalfWidth(advantages);
        if (mean - halfWidth >= 0)
            return Comparison.HingeAtLeastAsMany;
        return mean + halfWidth < 0 ? Comparison.HingeFewer : Comparison.NotToldApart;
    }

    private static string Name(DiscriminatorLoss loss) => loss == DiscriminatorLoss.Hinge ? "the hinge loss" : "the cross-entropy";

    private static string Interval(double[] values) => Invariant($"{values.Average():0.##} ± {GanEnsemble.HalfWidth(values):0.##}");

    /// <summary>Samples as a map: along the first axis the samples, along the second one their coordinates.</summary>
    private static Map Dots(double[] samples) => new(
        [new("Sample", [.. Enumerable.Range(0, PictureSampleCount).Select(index => (double)index)]), new("Coordinate", [0, 1])],
        [.. samples.Take(2 * PictureSampleCount).Select(coordinate => FindingValue.Of(coordinate))]);
}
