using BenchmarkDotNet.Attributes;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>A thousand simplified systems, each at a time and with parameters of its own: together in lanes, and one by one for comparison. Times per system.</summary>
[MemoryDiagnoser]
public class ManyResponsesBenchmarks
{
    private const int Count = 1000;
    private readonly double[] times = new double[Count];
    private readonly double[] slopes = new double[Count];
    private readonly double[] targets = new double[Count];
    private readonly double[] learningRates = new double[Count];
    private readonly double[] initial = new double[Count];
    private readonly double[] responses = new double[Count];

    /// <summary>True for targets of 1, false for targets between 0.1 and 1.</summary>
    [Params(true, false)]
    public bool Hard { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        RandomStream random = new(seed: 1);
        for (int i = 0; i < Count; i++)
        {
            times[i] = 100 * random.NextUniform();
            slopes[i] = 0.5 + random.NextUniform();
            targets[i] = Hard ? 1 : 0.1 + (0.9 * random.NextUniform());
            learningRates[i] = 0.5 + random.NextUniform();
            initial[i] = (2 * random.NextUniform()) - 1;
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void CrossEntropy() => SimplifiedSystems.CrossEntropy(times, slopes, targets, learningRates, initial, [], responses);

    [Benchmark(OperationsPerInvoke = Count)]
    public void CrossEntropyOneByOne()
    {
        for (int i = 0; i < Count; i++)
            responses[i] = SimplifiedSystem.CrossEntropy(slopes[i], targets[i], learningRates[i], initial[i]).Response(times[i]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void SquaredError() => SimplifiedSystems.SquaredError(times, slopes, targets, learningRates, initial, [], responses);

    [Benchmark(OperationsPerInvoke = Count)]
    public void SquaredErrorOneByOne()
    {
        for (int i = 0; i < Count; i++)
            responses[i] = SimplifiedSystem.SquaredError(slopes[i], targets[i], learningRates[i], initial[i]).Response(times[i]);
    }
}
