using LearningDynamics.Experiments;

namespace PaperFigures.Nakazato2024;

/// <summary>What independent noisy networks show over time: means and their standard errors.</summary>
internal sealed class FeatureEnsemble
{
    // The standard error of a count of few, or of all but few, from Agresti and Coull (1998): z^2 / 2 of either kind are added, here for the z = 4 of 99% over a hundred times.
    private const double AddedCounts = 8;

    private readonly FeatureReduction setting;
    private readonly double[] asked, times;
    private readonly FeatureReduction.Curve[][] runs;

    /// <summary>Runs the networks, and measures at the times of the request and at those of the exponent's fit.</summary>
    public FeatureEnsemble(FeatureReduction setting, RouteRequest request)
    {
        this.setting = setting;
        asked = [.. request.Times];
        times = [.. asked.Concat(LastDecade.Times(setting.Duration)).Distinct().Order()];
        var noise = new GradientNoise(setting.Activation, setting.Drift, setting.Diffusion, setting.InitialScale);
        runs = Ensemble.Run(request, setting.Seed, setting.Seeds, seed =>
        {
            var features = new NoisyFeatures(noise, setting.Features, seed);
            return Array.ConvertAll(times, time => Measure(features, time));
        });
    }

    public FeatureReduction.Curve[] Means() => Array.ConvertAll(asked, time => new FeatureReduction.Curve(Mean(time, Share), Mean(time, Rank)));

    public FeatureReduction.Curve[] Errors() =>
        Array.ConvertAll(asked, time => new FeatureReduction.Curve(Math.Max(Error(time, Share), CountError(time)), Error(time, Rank)));

    /// <summary>The exponent of the mean share's fall over the last decade.</summary>
    public double? Exponent() => LastDecade.Exponent(setting.Duration, time => Mean(time, Share));

    /// <summary>Its standard error, from the exponents that leave one network out (the jackknife); null where one of them does not exist.</summary>
    public double? ExponentError()
    {
        Dictionary<double, double> sums = LastDecade.Times(setting.Duration).ToDictionary(time => time, time => runs.Sum(run => Share(run[Place(time)])));
        double[] without = [.. runs.Select(run => LastDecade.Exponent(setting.Duration, time => (sums[time] - Share(run[Place(time)])) / (runs.Length - 1))).OfType<double>()];
        if (without.Length < runs.Length)
            return null;
        double mean = without.Average();
        return Math.Sqrt(without.Sum(value => (value - mean) * (value - mean)) * (runs.Length - 1) / runs.Length);
    }

    private static FeatureReduction.Curve Measure(NoisyFeatures features, double time)
    {
        features.MoveTo(time);
        return new(features.AliveShare, features.Rank());
    }

    private static double Share(FeatureReduction.Curve curve) => curve.AliveShare;

    private static double Rank(FeatureReduction.Curve curve) => curve.EffectiveRank;

    private int Place(double time) => Array.BinarySearch(times, time);

    private double Mean(double time, Func<FeatureReduction.Curve, double> quantity)
    {
        int place = Place(time);
        return runs.Average(run => quantity(run[place]));
    }

    private double Error(double time, Func<FeatureReduction.Curve, double> quantity)
    {
        int place = Place(time);
        double mean = Mean(time, quantity);
        return Math.Sqrt(runs.Sum(run => (quantity(run[place]) - mean) * (quantity(run[place]) - mean)) / (runs.Length - 1) / runs.Length);
    }

    private double CountError(double time)
    {
        if (time == 0 || setting.Activation == FeatureActivation.Elu)
            return 0;
        double count = (double)setting.Features * runs.Length;
        double share = ((Mean(time, Share) * count) + AddedCounts) / (count + (2 * AddedCounts));
        return Math.Sqrt(share * (1 - share) / count);
    }
}
