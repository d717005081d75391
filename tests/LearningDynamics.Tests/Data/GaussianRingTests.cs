using LearningDynamics.Data;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Data;

public class GaussianRingTests
{
    [Fact]
    public void Samples_of_the_ring_itself_cover_it()
    {
        var ring = new GaussianRing();
        double[] samples = Samples(ring, 20_000, seed: 1);
        ModeCoverage coverage = ring.Measure(samples);
        Assert.Equal(8, coverage.ModesCovered);
        // Within three deviations of a Gaussian in the plane lie 1 - e^(-9/2) = 0.98889; the standard error of 20,000 samples is 0.00074.
        Assert.Equal(1 - Math.Exp(-4.5), coverage.HighQualityShare, 5 * 0.00074);
    }

    [Fact]
    public void Centres_lie_on_the_circle()
    {
        var ring = new GaussianRing(4, 3);
        Assert.Equal(3, ring.Centre(0).X);
        Assert.Equal(3, ring.Centre(1).Y, 1e-15);
        Assert.Equal(-3, ring.Centre(2).X, 1e-15);
    }

    [Fact]
    public void A_mode_counts_from_20_of_2500_samples_within_three_deviations_on()
    {
        var ring = new GaussianRing();
        double[] samples = new double[2 * 2500];
        Put(ring, samples, 0, 20, mode: 0, offset: 0.0599);
        Put(ring, samples, 20, 19, mode: 1, offset: 0);
        Put(ring, samples, 39, 100, mode: 2, offset: 0.0601);
        Assert.Equal(new ModeCoverage(1, 39 / 2500.0), ring.Measure(samples));
    }

    [Fact]
    public void Faults_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("modes", () => new GaussianRing(0));
        Assert.Throws<ArgumentOutOfRangeException>("radius", () => new GaussianRing(8, -1));
        Assert.Throws<ArgumentOutOfRangeException>("deviation", () => new GaussianRing(8, 1, double.NaN));
        var ring = new GaussianRing();
        Assert.Throws<ArgumentException>("samples", () => ring.Measure([]));
        Assert.Throws<ArgumentException>("samples", () => ring.Measure([1, 2, 3]));
        Assert.Throws<ArgumentException>("samples", () => ring.Measure([1, double.NaN]));
        Assert.Throws<ArgumentException>("sample", () => ring.Draw(new RandomStream(1), new double[3]));
    }

    private static double[] Samples(GaussianRing ring, int count, ulong seed)
    {
        var random = new RandomStream(seed);
        double[] samples = new double[2 * count];
        for (int i = 0; i < count; i++)
            ring.Draw(random, samples.AsSpan(2 * i, 2));
        return samples;
    }

    private static void Put(GaussianRing ring, double[] samples, int first, int count, int mode, double offset)
    {
        (double x, double y) = ring.Centre(mode);
        for (int i = first; i < first + count; i++)
            (samples[2 * i], samples[(2 * i) + 1]) = (x + offset, y);
    }
}
