namespace LearningDynamics.Training;

/// <summary>The function that a neuron applies to its preactivation h.</summary>
public enum Activation
{
    /// <summary>h.</summary>
    Identity,

    /// <summary>max(h, 0), with derivative 1 above 0 and 0 at 0 and below.</summary>
    Relu,

    /// <summary>h above 0 and e^h - 1 at 0 and below; the derivative at 0 is 1.</summary>
    Elu,
}
