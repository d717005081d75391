using BenchmarkDotNet.Attributes;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// A solved mode: making it, and one evaluation of its logit. The numbers say nothing about accuracy, and nothing about other starts: how much an evaluation
/// costs depends on the time, on the start and on whether the neuron dies. Construction is where the tables are made, so one without the other is half the cost.
/// </summary>
[MemoryDiagnoser]
public class ClosedFormBenchmarks
{
    private const int Times = 1000;
    private readonly LinedUpMode mode = Make();

    [Benchmark]
    public LinedUpMode Construct() => Make();

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
