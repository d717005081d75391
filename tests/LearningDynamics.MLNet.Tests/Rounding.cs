using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.MLNet.Tests;

/// <summary>How far single precision may take a descent from the same descent in double precision.</summary>
internal static class Rounding
{
    /// <summary>Half a unit in the last place of 1.</summary>
    public const double Unit = 1.0 / (1 << 24);

    /// <summary>The largest error of ML.NET's sigmoid, which takes 2^f from a polynomial: 8.35e-7 by a scan of the formula, and its own rounding.</summary>
    private const double SigmoidError = 8.35e-7 + (4 * Unit);

    /// <summary>
    /// What a step of logistic descent may err in a weight. The pull eta c (sigma - y) x has the error of the sigmoid and, through the margin, that of a product of
    /// d + 1 terms, of which the sigmoid passes a quarter on; two roundings of the pull and one of the weight come to it. Steps with eta c (|x|^2 + 1) at most 8 bring
    /// two models no further apart in the 2-norm, so that errors only add up; over d + 1 components it is sqrt(d + 1) times the largest.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="largest">The largest weight or bias on the way.</param>
    public static double OfLogisticStep(TrainingPlan plan, double largest)
    {
        double input = Inputs(plan.Data).Append(1).Max(Math.Abs);
        double pull = plan.LearningRate * plan.Data.Count * plan.Data.Weights.ToArray().Max() * input;
        double margin = (plan.Data.InputSize + 2) * Unit * largest * input * (plan.Data.InputSize + 1);
        return Math.Sqrt(plan.Data.InputSize + 1) * ((pull * (SigmoidError + (margin / 4) + (2 * Unit))) + (Unit * largest));
    }

    /// <summary>The same for the hinge, whose pull has no error while no margin is near the hinge.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="largest">The largest weight or bias on the way.</param>
    public static double OfHingeStep(TrainingPlan plan, double largest)
    {
        double input = Inputs(plan.Data).Append(1).Max(Math.Abs);
        return (3 * Unit * plan.LearningRate * plan.Data.Count * plan.Data.Weights.ToArray().Max() * input) + (Unit * largest);
    }

    private static double[] Inputs(Dataset data) => data.Inputs.ToArray();
}
