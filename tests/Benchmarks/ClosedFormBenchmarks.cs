using BenchmarkDotNet.Attributes;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// A solved mode: making it, its first logit at a late time, and one of a thousand logits. The first one pays for a table up to that time, which later ones only
/// search: neither number alone is the cost of a curve. They say nothing about accuracy, nor about other starts, which may need a longer table.
/// </summary>
[MemoryDiagnoser]
public class ClosedFormBenchmarks
{
    private const int Times = 1000;
    private readonly LinedUpMode mode = Make();

    [Benchmark]
    public LinedUpMode Construct() => Make();

    [Benchmark]
    public double ConstructAndEvaluateOnce() => Make().Logit(200);

    [Benchmark(OperationsPerInvoke = Times)]
    public double EvaluateLogit()
    {
        double sum = 0;
        for (int index = 1; index <= Times; index++)
            sum += mode.Logit(200.0 * index / Times);
        return sum;
    }

    private static LinedUpMode Make() => new(inputNorm: 0.7, frequency: 1, initialPreactivation: 0.1, initialOutputWeight: 0.1);
}
