using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>W3: a network of 8 inputs, 128 ReLU neurons and one output learns the first bit of all 256 vertices of the hypercube, by full-batch gradient descent of the logistic loss.</summary>
internal static class NetworkTraining
{
    private const int Inputs = 8, Width = 128, Examples = 256, Steps = 10_000;

    /// <summary>Trains a little to compile, then trains and prints the run.</summary>
    public static void Run(Precision precision, int threads)
    {
        TrainingPlan plan = Plan(precision);
        ManagedTrainer trainer = new();
        TrainingResult[] results = new TrainingResult[threads];
        RunTime time = RunTime.Of(() => trainer.Train(plan with { Steps = 100 }), () => Parallel.For(0, threads, copy => results[copy] = trainer.Train(plan)));
        Network network = results[0].Network;
        WorkloadLine.Print(
            "W3", threads, time, (long)threads * Steps, ("dtype", precision == Precision.Single ? "f32" : "f64"), ("loss", results[0].FinalLoss),
            ("norm2_W", SumOfSquares(network.Layers[0].Weights)), ("norm2_a", SumOfSquares(network.Layers[1].Weights)));
    }

    /// <summary>The plan.</summary>
    public static TrainingPlan Plan(Precision precision)
    {
        double[][] vertices = [.. Enumerable.Range(0, Examples).Select(vertex => Enumerable.Range(0, Inputs).Select(bit => ((vertex >> bit) & 1) == 1 ? 1.0 : -1.0).ToArray())];
        double[][] hidden = [.. Enumerable.Range(0, Width).Select(neuron => Enumerable.Range(0, Inputs).Select(input => Symmetric(1, (Inputs * neuron) + input) / Math.Sqrt(Inputs)).ToArray())];
        double[] output = [.. Enumerable.Range(0, Width).Select(neuron => Symmetric(2, neuron) / Math.Sqrt(Width))];
        return new()
        {
            Network = Network.FromWeights(hidden, output),
            Data = Dataset.FromExamples(vertices, [.. vertices.Select(vertex => (vertex[0] + 1) / 2)]),
            Loss = Loss.Logistic,
            LearningRate = 0.05,
            Steps = Steps,
            Precision = precision,
        };
    }

    private static double Symmetric(ulong stream, int k) => (2 * CounterRandom.Uniform(stream, (ulong)k)) - 1;

    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return sum;
    }
}
