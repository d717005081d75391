using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>What the hidden layer makes of an input and its neighbourhood: how many features can still learn there, and how many directions they span.</summary>
internal sealed class FeatureSpace
{
    private readonly double[][] inputs;

    /// <summary>Chooses the inputs: a vertex and all that differ from it by one bit.</summary>
    public FeatureSpace(Hypercube cube, int vertex)
    {
        inputs = [cube.Vertex(vertex), .. Enumerable.Range(0, cube.InputSize).Select(bit => cube.Vertex(vertex ^ (1 << bit)))];
    }

    /// <summary>How many features have a derivative above 0 at the vertex: for ReLUs those with h above 0, for ELUs all of them.</summary>
    public int Alive(Network network)
    {
        DenseLayer hidden = network.Layers[0];
        return hidden.Activation == Activation.Relu
            ? Enumerable.Range(0, hidden.OutputSize).Count(neuron => network.Preactivation(0, neuron, inputs[0]) > 0)
            : hidden.OutputSize;
    }

    /// <summary>The effective rank of the features (columns) at the vertex and its neighbours (rows).</summary>
    public double Rank(Network network)
    {
        DenseLayer hidden = network.Layers[0];
        var features = Network.FromWeights(new DenseLayer(hidden.InputSize, hidden.OutputSize, hidden.Weights, hidden.Activation));
        double[] values = new double[inputs.Length * hidden.OutputSize];
        for (int row = 0; row < inputs.Length; row++)
            features.Evaluate(inputs[row], values.AsSpan(row * hidden.OutputSize, hidden.OutputSize));
        return EffectiveRank.Of(values, inputs.Length, hidden.OutputSize);
    }
}
