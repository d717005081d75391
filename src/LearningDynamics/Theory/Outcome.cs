namespace LearningDynamics.Theory;

/// <summary>What becomes of a neuron, or of a class of lined-up examples, as t goes to infinity. Derived in docs/theory/lined-up-class.md.</summary>
public enum Outcome
{
    /// <summary>The logit grows for ever and the confidence tends to 1. One neuron: y0 > 0 and y0 + n z0 > 0.</summary>
    Learned,

    /// <summary>Nothing ever moves: no neuron is active at the start, the logit is 0 and the confidence 1/2. One neuron: y0 at most 0.</summary>
    Inactive,

    /// <summary>Every active neuron dies in finite time, and the confidence stays at 1/2. One neuron: y0 > 0 and y0 + n z0 &lt; 0.</summary>
    Collapsed,

    /// <summary>The border between learning and collapse: the logit decays to 0 from below and never arrives. One neuron: y0 = -n z0 > 0.</summary>
    Separatrix,
}
