using BenchmarkDotNet.Attributes;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>A thousand modes, each at a time and with parameters of its own: together in lanes, and one by one for comparison. Times per mode.</summary>
[MemoryDiagnoser]
public class ManyModesBenchmarks
{
    private const int Count = 1000;
    private readonly double[] times = new double[Count];
    private readonly double[] initial = new double[Count];
    private readonly double[] weights = new double[Count];
    private readonly double[] norms = new double[Count];
    private readonly double[] shares = new double[Count];
    private readonly double[] logits = new double[Count];

    public ManyModesBenchmarks()
    {
        RandomStream random = new(seed: 1);
        for (int i = 0; i < Count; i++)
        {
            times[i] = 100 * random.NextUniform();
            initial[i] = 0.01 + random.NextUniform();
            weights[i] = (2 * random.NextUniform()) - 1;
            norms[i] = 0.5 + random.NextUniform();
            shares[i] = 0.1 + (0.9 * random.NextUniform());
        }
    }

    [Params(1, 2, 3, 8)]
    public int Layers { get; set; }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Layered() => LayeredModes.Logit(Layers, times, initial, norms, shares, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void LayeredOneByOne()
    {
        for (int i = 0; i < Count; i++)
            logits[i] = new LayeredMode(Layers, norms[i], shares[i], initial[i]).Logit(times[i]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Hinge() => HingeModes.Logit(Layers, margin: 4, times, initial, norms, shares, logits);

    /// <summary>Balanced or not: the number of layers is 2.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void LinedUp() => LinedUpModes.Logit(times, initial, weights, norms, shares, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void LinedUpOneByOne()
    {
        for (int i = 0; i < Count; i++)
            logits[i] = new LinedUpMode(norms[i], shares[i], initial[i], weights[i]).Logit(times[i]);
    }

    /// <summary>Balanced or not: the number of layers is 2.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void LinedUpHinge() => LinedUpHingeModes.Logit(margin: 4, times, initial, weights, norms, shares, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void LinedUpHingeOneByOne()
    {
        for (int i = 0; i < Count; i++)
            logits[i] = new LinedUpHingeMode(norms[i], shares[i], initial[i], weights[i], margin: 4).Logit(times[i]);
    }
}
