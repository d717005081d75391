using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>One hidden neuron as two classes see it, at one time.</summary>
/// <param name="Alpha">Its preactivation w.x1 on the examples of class 1.</param>
/// <param name="Beta">Its preactivation w.x2 on the examples of class 2.</param>
/// <param name="OutputWeight">z, its output weight: above 0 it speaks for class 1, below 0 for class 2.</param>
public readonly record struct CompetitionState(double Alpha, double Beta, double OutputWeight)
{
    /// <summary>The confidence in class 1 on its examples, sigma(z alpha); 1/2 where it is inactive.</summary>
    public double Confidence1 => Alpha > 0 ? Functions.Logistic(OutputWeight * Alpha) : 0.5;

    /// <summary>The confidence in class 2 on its examples, sigma(-z beta); 1/2 where it is inactive.</summary>
    public double Confidence2 => Beta > 0 ? Functions.Logistic(-OutputWeight * Beta) : 0.5;

    /// <summary>The same neuron with the two classes exchanged.</summary>
    public CompetitionState Mirrored() => new(Beta, Alpha, -OutputWeight);
}
