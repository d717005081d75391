using BenchmarkDotNet.Attributes;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// A thousand logits and shares of features that always occur together, after the table up to the last time is made. The number of different norms decides over two layers; over one layer it does not.
/// </summary>
[MemoryDiagnoser]
public class CooccurringFeaturesBenchmarks
{
    private const int Times = 1000;
    private CooccurringFeatures features = null!;

    [Params(1, 2)]
    public int Layers { get; set; }

    [Params(2, 5)]
    public int Norms { get; set; }

    [GlobalSetup]
    public void Solve()
    {
        double[] norms = [.. Enumerable.Range(1, Norms).Select(number => 0.3 * number)];
        features = new(Layers, norms, frequency: 1, [.. norms.Select(_ => 0.01)]);
        _ = features.Logit(200);
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public double EvaluateLogit()
    {
        double sum = 0;
        for (int index = 1; index <= Times; index++)
            sum += features.Logit(200.0 * index / Times);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public double EvaluateShare()
    {
        double sum = 0;
        for (int index = 1; index <= Times; index++)
            sum += features.Share(0, 200.0 * index / Times);
        return sum;
    }
}
