namespace PaperFigures.Nakazato2024;

/// <summary>What independent noisy networks show over time: means and their standard errors.</summary>
internal sealed class FeatureEnsemble
{
    // The standard error of a count of few, or of all but few, from Agresti and Coull (1998): z^2 / 2 of either kind are added, here for the z = 4 of 99% over a hundred times.
    private const double AddedCounts = 8;

    private readonly IReadOnlyList<double> times;
    private readonly double duration;
    private readonly double[] all;
    private readonly List<double[]> shares = [], ranks = [];
    private int features;
    private bool canLose;

    /// <summary>Prepares to measure at the times of the request and at those of the exponent's fit.</summary>
    public FeatureEnsemble(IReadOnlyList<double> times, double duration)
    {
        (this.times, this.duration) = (times, duration);
        all = [.. times.Concat(LastDecade.Times(duration)).Distinct().Order()];
    }

    /// <summary>Runs one network and keeps what it shows.</summary>
    public void Add(NoisyFeatures network)
    {
        double[] share = new double[all.Length], rank = new double[all.Length];
        for (int k = 0; k < all.Length; k++)
        {
            network.AdvanceTo(all[k]);
            (share[k], rank[k]) = ((double)network.AliveCount / network.Count, network.Rank());
        }

        shares.Add(share);
        ranks.Add(rank);
        features = network.Count;
        canLose |= !network.KeepsAll;
    }

    public FeatureReduction.Curve[] Means() => [.. Columns().Select(k => new FeatureReduction.Curve(Mean(shares, k), Mean(ranks, k)))];

    public FeatureReduction.Curve[] Errors() =>
        [.. Columns().Select(k => new FeatureReduction.Curve(canLose ? Math.Max(Error(shares, k), CountError(k)) : 0, Error(ranks, k)))];

    /// <summary>The exponent of the mean share's fall over the last decade.</summary>
    public double? Exponent() => Exponent(k => Mean(shares, k));

    /// <summary>Its standard error, from the exponents that leave one network out (the jackknife); null where one of them does not exist.</summary>
    public double? ExponentError()
    {
        int count = shares.Count;
        double[] without = [.. shares.Select(left => Exponent(k => ((Mean(shares, k) * count) - left[k]) / (count - 1))).OfType<double>()];
        double mean = without.Length == count ? without.Average() : 0;
        return without.Length == count ? Math.Sqrt(without.Sum(value => (value - mean) * (value - mean)) * (count - 1) / count) : null;
    }

    private static double Mean(List<double[]> runs, int k) => runs.Average(run => run[k]);

    private static double Error(List<double[]> runs, int k)
    {
        double mean = Mean(runs, k);
        return Math.Sqrt(runs.Sum(run => (run[k] - mean) * (run[k] - mean)) / (runs.Count - 1) / runs.Count);
    }

    private double? Exponent(Func<int, double> share) => LastDecade.Exponent(duration, time => share(Array.BinarySearch(all, time)));

    private double CountError(int k)
    {
        double count = (double)features * shares.Count;
        double share = ((Mean(shares, k) * count) + AddedCounts) / (count + (2 * AddedCounts));
        return all[k] == 0 ? 0 : Math.Sqrt(share * (1 - share) / count);
    }

    private IEnumerable<int> Columns() => times.Select(time => Array.BinarySearch(all, time));
}
