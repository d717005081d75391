using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace PaperFigures.Tachet2018;

/// <summary>What generators cover that were trained against a discriminator, one for each of several seeds: at each observation of each training.</summary>
/// <param name="Coverages">For each seed its observations.</param>
/// <param name="Samples">What the first seed's generator drew at each observation: x and y of one sample after the other.</param>
internal sealed record GanEnsemble(IReadOnlyList<ModeCoverage[]> Coverages, IReadOnlyList<double[]> Samples)
{
    private const double Confidence = 0.95;

    /// <summary>The numbers of covered modes at the end, one for each seed.</summary>
    public double[] FinalModes => [.. Coverages.Select(training => (double)training[^1].ModesCovered)];

    /// <summary>The shares of samples of high quality at the end, one for each seed.</summary>
    public double[] FinalShares => [.. Coverages.Select(training => training[^1].HighQualityShare)];

    /// <summary>Trains one generator after the other.</summary>
    /// <param name="data">What the generators are measured by.</param>
    /// <param name="plan">The plan of a seed.</param>
    /// <param name="seeds">How many trainings there are; their seeds are 1, 2, ...</param>
    /// <param name="sampleCount">How many samples each observation draws.</param>
    /// <param name="progress">Told the finished share.</param>
    /// <param name="cancellation">Stops the training.</param>
    public static GanEnsemble Train(
        GaussianRing data, Func<ulong, AdversarialPlan> plan, int seeds, int sampleCount, Action<double> progress, CancellationToken cancellation)
    {
        var coverages = new ModeCoverage[seeds][];
        List<double[]> samplesOfFirst = [];
        for (int index = 0; index < seeds; index++)
        {
            ulong seed = (ulong)index + 1;
            var random = new RandomStream(~seed);
            List<ModeCoverage> coverage = [];
            double done = index;
            AdversarialTraining.Train(
                plan(seed),
                (_, generator, _) =>
                {
                    double[] samples = Draw(generator, sampleCount, random);
                    coverage.Add(data.Measure(samples));
                    if (seed == 1)
                        samplesOfFirst.Add(samples);
                },
                new Share(share => progress((done + share) / seeds)),
                cancellation);
            coverages[index] = [.. coverage];
        }

        return new(coverages, samplesOfFirst);
    }

    /// <summary>Half the width of the 95% confidence interval of the mean, by Student's distribution.</summary>
    /// <param name="values">Independent values, at least two.</param>
    public static double HalfWidth(double[] values) =>
        StudentT.InvCDF(0, 1, values.Length - 1, (1 + Confidence) / 2) * values.StandardDeviation() / Math.Sqrt(values.Length);

    private static double[] Draw(Network generator, int count, RandomStream random)
    {
        double[] latent = new double[generator.InputSize];
        double[] samples = new double[2 * count];
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < latent.Length; k++)
                latent[k] = random.NextNormal();
            generator.Evaluate(latent, samples.AsSpan(2 * i, 2));
        }

        return samples;
    }

    private sealed class Share(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
