using BenchmarkDotNet.Attributes;
using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// One step of full-batch gradient descent by the managed trainer: a network of 8 inputs and 128 hidden neurons on all 256 vertices of the hypercube, and the smallest
/// network that experiments train. The time is for one step of a long run; setting up is spread over all of them. It does not carry over to other widths: the small network pays for
/// the loop around the arithmetic, the wide one for the arithmetic. Single precision is another experiment, not a faster form of the same one.
/// </summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private const int Steps = 1000;
    private readonly ManagedTrainer trainer = new();
    private readonly TrainingPlan wide = Wide();
    private readonly TrainingPlan tiny = Tiny();

    [Params(Precision.Double, Precision.Single)]
    public Precision Precision { get; set; }

    [Benchmark(OperationsPerInvoke = Steps)]
    public double WideStep() => trainer.Train(wide with { Precision = Precision }).FinalLoss;

    [Benchmark(OperationsPerInvoke = Steps)]
    public double TinyStep() => trainer.Train(tiny with { Precision = Precision }).FinalLoss;

    private static TrainingPlan Wide()
    {
        double[][] vertices = [.. Enumerable.Range(0, 256).Select(vertex => Enumerable.Range(0, 8).Select(bit => ((vertex >> bit) & 1) == 1 ? 1.0 : -1.0).ToArray())];
        return new()
        {
            Network = Network.Create([8, 128, 1], Activation.Relu, Initialization.FanIn(), seed: 1),
            Data = Dataset.FromExamples(vertices, [.. vertices.Select(vertex => (vertex[0] + 1) / 2)]),
            Loss = Loss.Logistic,
            LearningRate = 0.05,
            Steps = Steps,
        };
    }

    private static TrainingPlan Tiny() => new()
    {
        Network = Network.FromWeights(hidden: [[0.1, 0]], output: [0.1]),
        Data = Dataset.FromExamples([[1, 0]], [1]),
        Loss = Loss.Logistic,
        LearningRate = 0.05,
        Steps = Steps,
    };
}
