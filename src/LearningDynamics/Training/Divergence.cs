using System.Globalization;
using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>What trainers throw when a run leaves the finite numbers.</summary>
public static class Divergence
{
    /// <summary>A weight is no longer finite.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="step">The step after which it was seen.</param>
    public static NumericalFailureException OfWeights(TrainingPlan plan, long step) =>
        Failure(plan, string.Create(CultureInfo.InvariantCulture, $"A weight is no longer finite after step {step}"));

    /// <summary>The weights are finite, but the loss at the end is not.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="loss">The loss after the last step.</param>
    public static NumericalFailureException OfLoss(TrainingPlan plan, double loss)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Failure(plan, string.Create(CultureInfo.InvariantCulture, $"The loss is {loss} after step {plan.Steps}"));
    }

    private static NumericalFailureException Failure(TrainingPlan plan, string what)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(string.Create(CultureInfo.InvariantCulture, $"{what}, with the learning rate {plan.LearningRate} ({plan.Optimizer.GetType().Name}). Try a smaller learning rate, smaller initial weights or inputs of smaller norm: steps grow without bound once the learning rate exceeds about 2 divided by the largest curvature of the loss."));
    }
}
