using BenchmarkDotNet.Attributes;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>A thousand neurons between the same two classes, each from its own start to half the time of its revival, or to 100: together in lanes, and one by one for comparison. Times per neuron.</summary>
[MemoryDiagnoser]
public class ManyNeuronsBenchmarks
{
    private const int Count = 1000;
    private readonly ClassPair classes = new(1, 0.7, -0.3, 0.5, 0.4);
    private readonly CompetitionState[] initial = new CompetitionState[Count];
    private readonly CompetitionState[] states = new CompetitionState[Count];
    private readonly double[] times = new double[Count];
    private readonly double[] revivals = new double[Count];

    public ManyNeuronsBenchmarks()
    {
        RandomStream random = new(seed: 1);
        for (int i = 0; i < Count; i++)
        {
            initial[i] = new(0.01 + random.NextUniform(), -random.NextUniform(), (2 * random.NextUniform()) - 1);
            times[i] = Math.Min(100, (new OneSidedNeuron(classes, initial[i]).RevivalTime ?? 200) / 2);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void State() => OneSidedNeurons.State(classes, times, initial, states);

    [Benchmark(OperationsPerInvoke = Count)]
    public void StateOneByOne()
    {
        for (int i = 0; i < Count; i++)
            states[i] = new OneSidedNeuron(classes, initial[i]).State(times[i]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Revival() => OneSidedNeurons.RevivalTime(classes, initial, revivals);

    [Benchmark(OperationsPerInvoke = Count)]
    public void RevivalOneByOne()
    {
        for (int i = 0; i < Count; i++)
            revivals[i] = new OneSidedNeuron(classes, initial[i]).RevivalTime ?? double.PositiveInfinity;
    }
}
