using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many sets of features at once, against values to 34 digits and against one set at a time.</summary>
public class CooccurringFeatureSetsTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_and_shares_are_exact_over_the_whole_box()
    {
        int sets = 0;
        foreach (IGrouping<(int, int), ReferenceTable.Row> group in ReferenceTable.Read("feature-trajectories.csv").GroupBy(row => ((int)row["layers"], row.List("norms").Length)))
        {
            (int layers, int features) = group.Key;
            ReferenceTable.Row[] rows = [.. group];
            Sets many = new(layers, features, Array.ConvertAll(rows, row => row["time"]), [.. rows.SelectMany(row => row.List("shares"))], [.. rows.SelectMany(row => row.List("norms"))], Array.ConvertAll(rows, row => row["frequency"]));
            double[] logits = many.Logits(), shares = many.Shares();
            for (int i = 0; i < rows.Length; i++, sets++)
            {
                double[] starts = rows[i].List("shares"), expected = rows[i].List("shares_then");
                AssertClose(rows[i]["logit"], logits[i], rows[i], starts.Sum());
                for (int k = 0; k < features; k++)
                    AssertClose(expected[k], shares[(i * features) + k], rows[i], starts[k]);
            }
        }

        Assert.True(sets >= 300, "The references must cover the box.");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(2, 4)]
    [InlineData(2, 40)]
    public void Many_sets_are_those_of_one_set_each(int layers, int features) => AssertAreThoseOfOneSetEach(Draw(layers, features));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void Sets_at_the_ends_of_their_domains_are_those_of_one_set_each(int layers, int features) => AssertAreThoseOfOneSetEach(DrawExtremes(layers, features));

    private static void AssertAreThoseOfOneSetEach(Sets many)
    {
        (int layers, int features) = (many.Layers, many.Features);
        double[] logits = many.Logits(), shares = many.Shares();
        for (int i = 0; i < many.Count; i++)
        {
            ReadOnlySpan<double> norms = many.FeatureNorms.AsSpan(i * features, features), starts = many.InitialShares.AsSpan(i * features, features);
            CooccurringFeatures alone = new(layers, norms, many.Frequencies[i], starts);
            double t = many.Times[i], condition = Math.Abs(t * alone.LogitSpeed(t));
            AssertNear(alone.Logit(t), logits[i], alone.InitialLogit, condition);
            for (int k = 0; k < features; k++)
            {
                // A share of two layers grows by n_k / n_1 as much as the fastest one, and that by no more than the logit does, u_1' / u_1 = E^-1 u'.
                double part = layers == 1 ? Math.Pow(norms[k], 2) / Sum(norms, 2) : alone.Share(k, t) * norms[k] / Weighted(alone, norms, t);
                AssertNear(alone.Share(k, t), shares[(i * features) + k], starts[k], condition * part);
            }
        }
    }

    [Fact]
    public void Initial_shares_that_cancel_keep_the_digits_of_their_sum()
    {
        double[] logits = new double[1];
        CooccurringFeatureSets.Logit(1, 3, [0], [1e15 / (1L << 43), 1e-16, -1e15 / (1L << 43)], [1, 1, 1], [1], logits);
        Assert.Equal(1e-16, logits[0]);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(2, 40)]
    public void Bits_depend_neither_on_the_width_nor_on_neighbours(int layers, int features)
    {
        Sets many = Draw(layers, features);
        double[] expected = Evaluate<SingleLane>(many);
        Assert.Equal(expected, Evaluate<Lanes128>(many));
        Assert.Equal(expected, Evaluate<Lanes256>(many));
        Assert.Equal(expected, Evaluate<Lanes512>(many));
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>>(many));
        Assert.Equal(expected, (double[])[.. many.Logits(), .. many.Shares()]);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(2, 40)]
    public void Nothing_is_allocated(int layers, int features)
    {
        Sets many = Draw(layers, features);
        double[] logits = new double[many.Count], shares = new double[many.Count * features];
        Assert.Equal(0, Allocation.Least(() => CooccurringFeatureSets.Logit(layers, features, many.Times, many.InitialShares, many.FeatureNorms, many.Frequencies, logits)));
        Assert.Equal(0, Allocation.Least(() => CooccurringFeatureSets.Shares(layers, features, many.Times, many.InitialShares, many.FeatureNorms, many.Frequencies, shares)));
    }

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("times", "Number 1 of times", times: [1, -1]);
        AssertRefused("times", "times the learning speed 2 is above 1E+150", times: [1e150, 1]);
        AssertRefused("initialShares", "Number 3 of initialShares", shares: [1, 1, 1, 0]);
        AssertRefused("initialShares", "Number 3 of initialShares lies in [-300, 300]", layers: 1, shares: [1, 1, 1, -301]);
        AssertRefused("initialShares", "Number 1 of initialShares makes an initial logit", shares: [200, 200, 1, 1]);
        AssertRefused("featureNorms", "Number 2 of featureNorms", norms: [1, 1, double.NaN, 1]);
        AssertRefused("frequencies", "Number 0 of frequencies", frequencies: [0, 1]);
        AssertRefused("layers", "1 or 2 layers", layers: 3);
        AssertRefused("features", "at least 1 feature", features: 0);
        Assert.Equal("initialShares", Assert.Throws<ArgumentException>(() => CooccurringFeatureSets.Logit(2, 2, [1], [1], [1, 1], [1], new double[1])).ParamName);
        Assert.Equal("featureNorms", Assert.Throws<ArgumentException>(() => CooccurringFeatureSets.Logit(2, 2, [1], [1, 1], [1], [1], new double[1])).ParamName);
        Assert.Equal("frequencies", Assert.Throws<ArgumentException>(() => CooccurringFeatureSets.Logit(2, 2, [1], [1, 1], [1, 1], [], new double[1])).ParamName);
        Assert.Equal("logits", Assert.Throws<ArgumentException>(() => CooccurringFeatureSets.Logit(2, 2, [1], [1, 1], [1, 1], [1], [])).ParamName);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => CooccurringFeatureSets.Shares(2, 2, [1], [1, 1], [1, 1], [1], new double[1])).ParamName);
    }

    private static void AssertRefused(string name, string text, int layers = 2, int features = 2, double[]? times = null, double[]? shares = null, double[]? norms = null, double[]? frequencies = null)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => CooccurringFeatureSets.Logit(layers, features, times ?? [1, 1], shares ?? [1, 1, 1, 1], norms ?? [1, 1, 1, 1], frequencies ?? [1, 1], new double[2]));
        Assert.Equal(name, refusal.ParamName);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>In one layer a share may pass through 0; then its start and its growth are what cancels. A start is known to the last of its digits.</summary>
    private static void AssertClose(double expected, double actual, ReferenceTable.Row row, double start)
    {
        double scale = Math.Max(Math.Abs(expected), Math.Abs(expected - start));
        double bound = (1e-12 * scale) + (4 * Epsilon * (row["condition"] * Math.Abs(expected)));
        Assert.True(Math.Abs(actual - expected) <= bound, $"{actual:R} found for {expected:R}, allowed {bound:R}, at {row}");
    }

    private static void AssertNear(double expected, double actual, double start, double condition)
    {
        double bound = (2e-12 * Math.Max(Math.Abs(expected), Math.Abs(expected - start))) + (8 * Epsilon * condition);
        Assert.True(Math.Abs(actual - expected) <= bound, FormattableString.Invariant($"{actual:R} found for {expected:R}, allowed {bound:R}"));
    }

    private static double Sum(ReadOnlySpan<double> values, double power)
    {
        double sum = 0;
        foreach (double value in values)
            sum += Math.Pow(value, power);
        return sum;
    }

    private static double Weighted(CooccurringFeatures features, ReadOnlySpan<double> norms, double t)
    {
        double sum = 0;
        for (int k = 0; k < norms.Length; k++)
            sum += norms[k] * features.Share(k, t);
        return sum;
    }

    private static double[] Evaluate<T>(Sets many)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        double[] logits = new double[many.Count], shares = new double[many.Count * many.Features];
        LaneKernels.Run<T, FeatureKernel>(new(many.Layers, many.Features)
        {
            Times = many.Times, InitialShares = many.InitialShares, FeatureNorms = many.FeatureNorms, Frequencies = many.Frequencies, Logits = logits, Shares = shares,
        });
        return [.. logits, .. shares];
    }

    /// <summary>Sets to the ends of their domains.</summary>
    private static Sets DrawExtremes(int layers, int features)
    {
        const int Count = 300;
        RandomStream random = new(seed: 11);
        double[] times = new double[Count], frequencies = new double[Count], shares = new double[Count * features], norms = new double[Count * features];
        for (int i = 0; i < Count; i++)
        {
            frequencies[i] = Math.Pow(10, Between(-30, 0));
            double center = Between(-69, 69), width = i % 2 == 0 ? 1 : 69;
            for (int k = i * features; k < (i + 1) * features; k++)
            {
                shares[k] = layers == 1 ? Between(-299, 299) / features : Math.Pow(10, Between(i % 3 == 0 ? -300 : -10, Math.Log10(299.0 / features)));
                norms[k] = Math.Pow(10, Math.Clamp(center + Between(-width, width), -70, 70));
            }

            Span<double> own = norms.AsSpan(i * features, features);
            own.Sort();
            times[i] = Math.Pow(10, Between(-20, i % 4 == 0 ? 149.9 : 20)) / (frequencies[i] * (layers == 1 ? Sum(own, 2) : 2 * own[^1]));
        }

        return new(layers, features, times, shares, norms, frequencies);

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    private static Sets Draw(int layers, int features)
    {
        const int Count = 203;
        RandomStream random = new(seed: 9);
        double[] times = new double[Count], frequencies = new double[Count], shares = new double[Count * features], norms = new double[Count * features];
        for (int i = 0; i < Count; i++)
        {
            times[i] = i % 10 == 0 ? 0 : Math.Pow(10, Between(-5, i % 7 == 0 ? 12 : 4));
            frequencies[i] = Math.Pow(10, Between(-3, 0));
            for (int k = i * features; k < (i + 1) * features; k++)
            {
                shares[k] = layers == 1 ? Between(-2, 2) : Math.Pow(10, Between(i % 3 == 0 ? -200 : -6, 0));
                // Equal norms, and such that differ by far.
                norms[k] = i % 4 == 0 ? 0.5 : Math.Pow(10, i % 5 == 0 ? Between(-30, 1) : Between(-1, 1));
            }
        }

        return new(layers, features, times, shares, norms, frequencies);

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    private sealed record Sets(int Layers, int Features, double[] Times, double[] InitialShares, double[] FeatureNorms, double[] Frequencies)
    {
        public int Count => Times.Length;

        public double[] Logits()
        {
            double[] logits = new double[Count];
            CooccurringFeatureSets.Logit(Layers, Features, Times, InitialShares, FeatureNorms, Frequencies, logits);
            return logits;
        }

        public double[] Shares()
        {
            double[] shares = new double[Count * Features];
            CooccurringFeatureSets.Shares(Layers, Features, Times, InitialShares, FeatureNorms, Frequencies, shares);
            return shares;
        }
    }
}
