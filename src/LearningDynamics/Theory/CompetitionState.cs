using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>One hidden neuron as two classes see it, at one time.</summary>
/// <param name="Alpha">Its preactivation w.x1 on the examples of class 1.</param>
/// <param name="Beta">Its preactivation w.x2 on the examples of class 2.</param>
/// <param name="OutputWeight">z, its output weight: above 0 it speaks for class 1, below 0 for class 2.</param>
public readonly record struct CompetitionState(double Alpha, double Beta, double OutputWeight)
{
    /// <summary>The confidence in class 1 on its examples, sigma(z max(alpha, 0)).</summary>
    public double Confidence1 => Functions.Logistic(OutputWeight * Math.Max(Alpha, 0));

    /// <summary>The confidence in class 2 on its examples, sigma(-z max(beta, 0)).</summary>
    public double Confidence2 => Functions.Logistic(-OutputWeight * Math.Max(Beta, 0));

    /// <summary>The same neuron with the two classes exchanged.</summary>
    public CompetitionState Mirrored => new(Beta, Alpha, -OutputWeight);
}
