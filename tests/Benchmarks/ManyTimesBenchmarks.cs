using BenchmarkDotNet.Attributes;
using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// One solved system at a thousand times, in one call and in a thousand. Times per logit. The tables of those that have one are made before; the times of the two under the hinge loss lie before the margin.
/// </summary>
[MemoryDiagnoser]
public class ManyTimesBenchmarks
{
    private const int Count = 1000;
    private readonly double[] times = new double[Count];
    private readonly double[] logits = new double[Count];
    private LearningCurve curve = null!;

    [Params("1 layer", "2 layers", "5 layers", "neuron", "1 layer, hinge", "2 layers, hinge", "5 layers, hinge", "neuron, hinge")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Solve()
    {
        curve = Name switch
        {
            "1 layer" => new LayeredMode(1, 0.7, 1, 0.01),
            "2 layers" => new LayeredMode(2, 0.7, 1, 0.01),
            "5 layers" => new LayeredMode(5, 0.7, 1, 0.01),
            "neuron" => new LinedUpMode(0.7, 1, 0.1, 0.1),
            "1 layer, hinge" => new HingeMode(1, 0.7, 1, 0.1, 5),
            "2 layers, hinge" => new HingeMode(2, 0.7, 1, 0.1, 5),
            "5 layers, hinge" => new HingeMode(5, 0.7, 1, 0.1, 5),
            _ => new LinedUpHingeMode(0.7, 1, 0.1, 0.1, 5),
        };
        double end = curve is HingeMode or LinedUpHingeMode ? curve.TimeToLogit(5)!.Value : 200;
        for (int i = 0; i < Count; i++)
            times[i] = end * (i + 1) / (Count + 1);
        Together();
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Together() => curve.Logit(times, logits);

    [Benchmark(OperationsPerInvoke = Count)]
    public void OneByOne()
    {
        for (int i = 0; i < Count; i++)
            logits[i] = curve.Logit(times[i]);
    }
}
