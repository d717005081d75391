namespace PaperFigures.Tachet2018;

/// <summary>What the weights of a hidden layer for two classes start from.</summary>
public enum WeightsAtStart
{
    /// <summary>Every neuron is active on one class and has that class's sign, as Lemma 3.1 assumes.</summary>
    Separated,

    /// <summary>The same, but the first neuron has the other class's sign.</summary>
    OpposedSign,

    /// <summary>The same, but the first neuron is active on examples of both classes.</summary>
    SharedNeuron,

    /// <summary>Every weight is normal.</summary>
    Normal,
}
