using BenchmarkDotNet.Attributes;
using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Benchmarks;

/// <summary>The training response of a network of one hidden layer over all inputs of 10 bits: what measuring adds to a step of training. Time per measurement of all probes.</summary>
[MemoryDiagnoser]
public class ResponseBenchmarks
{
    private const int InputSize = 10;
    private TrainingResponse response = null!;
    private ResponseField field = null!;
    private Network network = null!;

    [Params(32, 256)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        double[] input = [.. Enumerable.Range(0, InputSize).Select(bit => bit % 2 == 0 ? 1.0 : -1.0)];
        network = Network.Create([InputSize, Width, 1], Activation.Relu, Initialization.FanIn(), seed: 1);
        TrainingPlan plan = new() { Network = network, Data = Dataset.FromExamples([input], [1]), Loss = Loss.Logistic, LearningRate = 0.1 };
        ProbeSet probes = ProbeSet.Create(1 << InputSize, InputSize, (probe, bit) => ((probe >> bit) & 1) == 0 ? -1 : 1);
        response = new(plan, input, 1, probes);
        field = new(probes);
    }

    [Benchmark]
    public double Measure()
    {
        response.Measure(network, field);
        return field.AtPair.LogitResponse;
    }
}
