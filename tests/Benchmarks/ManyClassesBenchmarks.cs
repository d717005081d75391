using BenchmarkDotNet.Attributes;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>A thousand classes of several neurons, and sets of several features, each at a time and with parameters of its own: together in lanes, and one by one for comparison. Times per class or set.</summary>
[MemoryDiagnoser]
public class ManyClassesBenchmarks
{
    private const int Count = 1000;
    private readonly double[] times = new double[Count];
    private readonly double[] norms = new double[Count];
    private readonly double[] frequencies = new double[Count];
    private readonly double[] logits = new double[Count];
    private double[] initial = [];
    private double[] weights = [];
    private double[] featureNorms = [];

    /// <summary>The number of neurons, or of features.</summary>
    [Params(2, 5)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        RandomStream random = new(seed: 1);
        (initial, weights, featureNorms) = (new double[Count * Members], new double[Count * Members], new double[Count * Members]);
        for (int i = 0; i < Count; i++)
        {
            times[i] = 100 * random.NextUniform();
            norms[i] = 0.5 + random.NextUniform();
            frequencies[i] = 0.1 + (0.9 * random.NextUniform());
        }

        for (int k = 0; k < initial.Length; k++)
        {
            initial[k] = 0.01 + random.NextUniform();
            weights[k] = (2 * random.NextUniform()) - 1;
            featureNorms[k] = 0.5 + random.NextUniform();
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void LinedUp() => LinedUpModes.Logit(Members, times, initial, weights, norms, frequencies, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void LinedUpOneByOne()
    {
        for (int i = 0; i < Count; i++)
            logits[i] = new LinedUpClass(norms[i], frequencies[i], initial.AsSpan(i * Members, Members), weights.AsSpan(i * Members, Members)).Logit(times[i]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Softmax() => SoftmaxModes.Logit(classes: 10, Members, times, initial, weights, norms, frequencies, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void FeaturesInOneLayer() => CooccurringFeatureSets.Logit(layers: 1, Members, times, initial, featureNorms, frequencies, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void FeaturesInTwoLayers() => CooccurringFeatureSets.Logit(layers: 2, Members, times, initial, featureNorms, frequencies, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void FeaturesInTwoLayersOneByOne()
    {
        for (int i = 0; i < Count; i++)
            logits[i] = new CooccurringFeatures(2, featureNorms.AsSpan(i * Members, Members), frequencies[i], initial.AsSpan(i * Members, Members)).Logit(times[i]);
    }
}
