using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>Plans that tests start from.</summary>
internal static class Plans
{
    /// <summary>A network of 3-5-outputs with biases on seven random examples of unequal weight.</summary>
    public static TrainingPlan Random(Loss loss, Activation activation = Activation.Relu)
    {
        var random = new RandomStream(11);
        int outputs = loss is SoftmaxLoss ? 3 : 2;
        double[][] inputs = [.. Enumerable.Range(0, 7).Select(_ => Enumerable.Range(0, 3).Select(_ => random.NextNormal()).ToArray())];
        double[][] targets = [.. inputs.Select((_, j) => Target(loss, j, outputs))];
        return new TrainingPlan
        {
            Network = Network.Create([3, 5, outputs], activation, Initialization.FanIn(), seed: 3, biased: true),
            Data = Dataset.FromExamples(inputs, targets).WithFrequencies([0.1, 0.2, 0.05, 0.15, 0.2, 0.1, 0.15]),
            Loss = loss,
            LearningRate = 0.05,
            Steps = 200,
            Seed = 4,
        };
    }

    public static double[] Parameters(this Network network) => new ParameterVector(network).ToArray();

    private static double[] Target(Loss loss, int example, int outputs) => loss switch
    {
        SoftmaxLoss => [.. Enumerable.Range(0, outputs).Select(k => k == example % outputs ? 0.75 : 0.125)],
        HingeLoss => [.. Enumerable.Range(0, outputs).Select(k => (example + k) % 2 == 0 ? 1.0 : -1)],
        LogisticLoss or SquaredProbabilityLoss => [.. Enumerable.Range(0, outputs).Select(k => (example + k) % 3 / 2.0)],
        _ => [.. Enumerable.Range(0, outputs).Select(k => example - (2.5 * k))],
    };
}
