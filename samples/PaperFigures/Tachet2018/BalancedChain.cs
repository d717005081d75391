using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>Layers of one neuron each, one behind the other, that share the initial logit equally: every layer's gain is (u0 / ||x||)^(1/N).</summary>
internal readonly record struct BalancedChain(int Layers, double InputNorm, double InitialLogit)
{
    private double InitialGain => Math.Pow(InitialLogit / InputNorm, 1.0 / Layers);

    /// <summary>The gain of every layer at the start.</summary>
    public double[] Start() => [.. Enumerable.Repeat(InitialGain, Layers)];

    /// <summary>||x|| times the product of the gains.</summary>
    public T Logit<T>(ReadOnlySpan<T> gains)
        where T : struct, IScalar<T>
    {
        T logit = InputNorm;
        foreach (T gain in gains)
            logit *= gain;
        return logit;
    }

    /// <summary>||x|| times the product of the gains.</summary>
    public double Logit(double[] gains) => gains.Aggregate(InputNorm, (logit, gain) => logit * gain);

    /// <summary>The gradient of the logit with respect to every gain, times a pull.</summary>
    public void Gradient<T>(T pull, ReadOnlySpan<T> gains, Span<T> gradient)
        where T : struct, IScalar<T>
    {
        for (int layer = 0; layer < gains.Length; layer++)
        {
            gradient[layer] = pull * InputNorm;
            for (int other = 0; other < gains.Length; other++)
                gradient[layer] *= other == layer ? 1 : gains[other];
        }
    }

    /// <summary>Two inputs, of which the chain sees the first; hidden ReLUs; one logit.</summary>
    public Network Network()
    {
        var layers = new DenseLayer[Layers];
        for (int layer = 0; layer < Layers; layer++)
        {
            double[] weights = layer == 0 ? [InitialGain, 0] : [InitialGain];
            layers[layer] = new(weights.Length, 1, weights, layer == Layers - 1 ? Activation.Identity : Activation.Relu);
        }

        return LearningDynamics.Training.Network.FromWeights(layers);
    }

    /// <summary>A learning rate small against the time in which a logit of order 1 changes.</summary>
    public double LearningRate(double frequency) => 0.05 / Math.Max(1, frequency * Math.Pow(InputNorm, 2.0 / Layers));
}
