using BenchmarkDotNet.Attributes;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>A neuron that one of two classes sees: making it, and one of a thousand states. A point near the border pays for a proof of its outcome instead.</summary>
[MemoryDiagnoser]
public class CompetitionBenchmarks
{
    private const int Times = 1000;
    private readonly OneSidedNeuron neuron = Make();
    private readonly CompetitionBorder border = new(new ClassPair(1, 1, 0, 0.5, 0.5));

    [Benchmark]
    public OneSidedNeuron Construct() => Make();

    [Benchmark(OperationsPerInvoke = Times)]
    public double EvaluateState()
    {
        double sum = 0;
        for (int index = 1; index <= Times; index++)
            sum += neuron.State(200.0 * index / Times).Beta;
        return sum;
    }

    [Benchmark]
    public ProvenOutcome? ProveOutcome() => border.Prove(new CompetitionState(0.2, 0.9, 0.2));

    private static OneSidedNeuron Make() => new(new ClassPair(1, 1, -0.5, 0.5, 0.5), new CompetitionState(0.5, -0.5, 0.1));
}
