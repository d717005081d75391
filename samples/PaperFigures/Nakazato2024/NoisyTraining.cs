using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// Carries out one seed's training with the setting's noise. Noise in the examples is drawn beforehand, epoch by epoch, as a data set that is
/// gone through once in order; noise in the weights is added between steps.
/// </summary>
internal static class NoisyTraining
{
    // The weights' own stream is 0.
    private const ulong NoiseStream = 1;

    /// <summary>Trains, and shows the network at given epochs.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="seed">Of weights and noise.</param>
    /// <param name="request">Whose trainer and cancellation are used.</param>
    /// <param name="epochs">When to look, increasing.</param>
    /// <param name="observe">Takes the index into <paramref name="epochs"/>, and the network.</param>
    public static void Run(ResponseSetting setting, ulong seed, RouteRequest request, long[] epochs, Action<int, Network> observe)
    {
        TrainingPlan plan = setting.Plan(seed) with { ObservationSteps = epochs };
        var random = new RandomStream(seed, NoiseStream);
        int next = 0;
        if (setting.NoiseLevel > 0 && setting.NoiseKind == NoiseKind.Weight)
            TrainStepByStep(setting, plan, random, request, Observe);
        else if (setting.NoiseLevel > 0 && plan.Steps > 0)
            request.Train(plan with { Data = Examples(setting, random), Batches = BatchScheme.SingleExample(shuffled: false) }, Observe);
        else
            request.Train(plan, Observe);

        void Observe(long epoch, Network network)
        {
            if (next < epochs.Length && epoch == epochs[next])
                observe(next++, network);
        }
    }

    /// <summary>The example of every epoch. A step on one of n examples, each of weight 1 / n, is a step on that example with weight 1.</summary>
    private static Dataset Examples(ResponseSetting setting, RandomStream random)
    {
        Hypercube cube = setting.Scaling.Hypercube(setting.Encoding);
        double[][] inputs = new double[setting.Epochs][];
        double[] targets = new double[setting.Epochs];
        for (long epoch = 0; epoch < setting.Epochs; epoch++)
        {
            (int vertex, targets[epoch]) = Example(setting, random);
            inputs[epoch] = cube.Vertex(vertex);
        }

        return Dataset.FromExamples(inputs, targets);
    }

    private static (int Vertex, double Target) Example(ResponseSetting setting, RandomStream random)
    {
        int vertex = setting.TrainedVertex;
        switch (setting.NoiseKind)
        {
            case NoiseKind.InputFlip:
                for (int bit = 0; bit < setting.InputSize; bit++)
                    vertex ^= random.NextUniform() < setting.NoiseLevel ? 1 << bit : 0;
                return (vertex, setting.Target);
            case NoiseKind.OtherExamples:
                return random.NextUniform() < setting.NoiseLevel ? (random.NextInteger(1 << setting.InputSize), random.NextInteger(2)) : (vertex, setting.Target);
            default:
                return (vertex, random.NextUniform() < setting.NoiseLevel ? 1 - setting.Target : setting.Target);
        }
    }

    private static void TrainStepByStep(ResponseSetting setting, TrainingPlan plan, RandomStream random, RouteRequest request, TrainingObserver observe)
    {
        // The layers hold the formula's weights divided by the root of the number of features.
        double deviation = setting.LearningRate * setting.NoiseLevel / Math.Sqrt(setting.Features);
        Network network = plan.Network;
        TrainingPlan step = plan with { Steps = 1, ObservationSteps = ObservationSteps.None };
        observe(0, network);
        for (long epoch = 1; epoch <= plan.Steps; epoch++)
        {
            network = Shake(request.Train(step with { Network = network }).Network, deviation, random);
            observe(epoch, network);
        }
    }

    private static Network Shake(Network network, double deviation, RandomStream random)
    {
        var layers = new DenseLayer[network.Layers.Count];
        for (int k = 0; k < layers.Length; k++)
        {
            DenseLayer layer = network.Layers[k];
            double[] weights = layer.Weights.ToArray();
            for (int i = 0; i < weights.Length; i++)
                weights[i] += deviation * random.NextNormal();
            layers[k] = new(layer.InputSize, layer.OutputSize, weights, layer.Activation);
        }

        return Network.FromWeights(layers);
    }
}
