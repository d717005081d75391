using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>Plans that several tests start from.</summary>
internal static class TestPlans
{
    /// <summary>One hidden ReLU neuron on one lined-up class of norm 1.3 and frequency 0.6.</summary>
    public static TrainingPlan SingleMode()
    {
        var classes = new LinedUpClasses([new(1.3, 0.6)]);
        return new TrainingPlan
        {
            Network = Network.FromWeights([classes.WeightsFor(0.4)], [0.2]),
            Data = classes.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = 0.01,
            Steps = 500,
        };
    }

    /// <summary>A network of 4-9-3 with biases, on 11 random examples of 3 classes.</summary>
    public static TrainingPlan ThreeClasses()
    {
        var random = new RandomStream(5);
        double[][] inputs = [.. Enumerable.Range(0, 11).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextNormal()).ToArray())];
        return new TrainingPlan
        {
            Network = Network.Create([4, 9, 3], Activation.Relu, Initialization.FanIn(), seed: 2, biased: true),
            Data = Dataset.FromLabels(inputs, [.. inputs.Select((_, j) => j % 3)], 3),
            Loss = Loss.Softmax,
            LearningRate = 0.05,
            Steps = 40,
        };
    }

    public static double[] Train(this TrainingPlan plan) => new ManagedTrainer().Train(plan).Network.Parameters();

    public static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
