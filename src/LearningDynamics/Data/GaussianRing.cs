using LearningDynamics.Numerics;

namespace LearningDynamics.Data;

/// <summary>
/// Equally likely Gaussians in the plane, their centres evenly spaced on a circle: the usual test of whether a generative model covers all modes. Figure 5 (left) of arXiv:1809.06848 has
/// eight of them.
/// </summary>
public sealed class GaussianRing
{
    // A sample is of high quality within so many standard deviations of a centre.
    private const double QualityDeviations = 3;

    // A mode counts as covered from this share of the samples on: 20 of 2,500.
    private const double CoveredShare = 0.008;

    private readonly (double X, double Y)[] centres;

    /// <summary>Lays the Gaussians out.</summary>
    /// <param name="modes">How many there are, at least 1.</param>
    /// <param name="radius">The radius of the circle, finite and above 0.</param>
    /// <param name="deviation">The standard deviation of each, in both directions, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public GaussianRing(int modes = 8, double radius = 2, double deviation = 0.02)
    {
        if (modes < 1)
            throw new ArgumentOutOfRangeException(nameof(modes), modes, "There must be at least 1 mode.");
        if (!(radius > 0 && double.IsFinite(radius)))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius must be finite and above 0.");
        if (!(deviation > 0 && double.IsFinite(deviation)))
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "The standard deviation must be finite and above 0.");
        Radius = radius;
        Deviation = deviation;
        centres = [.. Enumerable.Range(0, modes).Select(mode => (radius * Math.Cos(Math.Tau * mode / modes), radius * Math.Sin(Math.Tau * mode / modes)))];
    }

    /// <summary>The number of Gaussians.</summary>
    public int Modes => centres.Length;

    /// <summary>The radius of the circle.</summary>
    public double Radius { get; }

    /// <summary>The standard deviation of each Gaussian, in both directions.</summary>
    public double Deviation { get; }

    /// <summary>The centre of a Gaussian.</summary>
    /// <param name="mode">The Gaussian, from 0, counterclockwise from the positive x axis.</param>
    public (double X, double Y) Centre(int mode) => centres[mode];

    /// <summary>Draws one sample.</summary>
    /// <param name="random">Where it is drawn from.</param>
    /// <param name="sample">Receives x and y.</param>
    /// <exception cref="ArgumentException">There is not room for two numbers.</exception>
    public void Draw(RandomStream random, Span<double> sample)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (sample.Length != 2)
            throw new ArgumentException("A sample has two components.", nameof(sample));
        (double x, double y) = centres[random.NextInteger(Modes)];
        sample[0] = x + (Deviation * random.NextNormal());
        sample[1] = y + (Deviation * random.NextNormal());
    }

    /// <summary>How well samples of a model cover the Gaussians.</summary>
    /// <param name="samples">x and y of one sample after the other; at least one sample, all finite.</param>
    /// <exception cref="ArgumentException">There is no sample, or half a sample, or a number is not finite.</exception>
    public ModeCoverage Measure(ReadOnlySpan<double> samples)
    {
        if (samples.IsEmpty || samples.Length % 2 != 0)
            throw new ArgumentException("There must be at least one sample of two components.", nameof(samples));
        int[] hits = new int[Modes];
        for (int i = 0; i < samples.Length; i += 2)
        {
            if (!double.IsFinite(samples[i]) || !double.IsFinite(samples[i + 1]))
                throw new ArgumentException(FormattableString.Invariant($"Sample {i / 2} is ({samples[i]}, {samples[i + 1]}); it must be finite."), nameof(samples));
            (int mode, double distance) = Nearest(samples[i], samples[i + 1]);
            if (distance <= QualityDeviations * Deviation)
                hits[mode]++;
        }

        double count = samples.Length / 2;
        return new(hits.Count(hit => hit >= CoveredShare * count), hits.Sum() / count);
    }

    private (int Mode, double Distance) Nearest(double x, double y)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int mode = 0; mode < Modes; mode++)
        {
            double distance = double.Hypot(x - centres[mode].X, y - centres[mode].Y);
            if (distance < least)
                (nearest, least) = (mode, distance);
        }

        return (nearest, least);
    }
}

/// <summary>How well samples cover the modes of a distribution.</summary>
/// <param name="ModesCovered">The number of modes with at least 0.8% of the samples within three standard deviations: 20 of 2,500.</param>
/// <param name="HighQualityShare">The share of the samples within three standard deviations of a mode.</param>
public readonly record struct ModeCoverage(int ModesCovered, double HighQualityShare);
