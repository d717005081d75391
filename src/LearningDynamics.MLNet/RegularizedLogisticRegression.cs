using LearningDynamics.Data;
using LearningDynamics.Numerics;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace LearningDynamics.MLNet;

/// <summary>
/// ML.NET's logistic regression by L-BFGS, and where it ends. It minimises, for N examples with logits u_j = w.x_j + b,
/// <code>
/// mean of ln(1 + e^(-y_j u_j)) + lambda/2 |w|^2,   lambda = L2 / N;
/// </code>
/// the bias is free. Where the examples come in pairs (x, y) and (-x, -y), the bias is 0. On features that never meet, the share theta = w.x of a feature with norm n
/// and frequency p then solves theta (1 + e^theta) = n^2 p / lambda. Two features that always meet share the theta of n^2 = n1^2 + n2^2 as n1^2 : n2^2.
/// </summary>
/// <remarks>
/// The gradient is 0 at the end: lambda w = p x sigma(-theta), whose product with x is that equation, and w has the direction of x. In single precision objective values closer
/// than their rounding cannot be told apart. The objective is lambda-strongly convex in w, so w is determined to
/// sqrt(2 delta F / lambda) with delta the relative rounding of the objective F.
/// </remarks>
public sealed record RegularizedLogisticRegression
{
    /// <summary>The weight L2 of the regularisation, above 0; lambda = L2 / N.</summary>
    public float L2 { get; init; } = 1;

    /// <summary>Lets ML.NET train, from zero weights, on one thread, until the objective no longer falls. L1 is 0.</summary>
    /// <param name="data">Equally frequent examples with one target: above 0 for y = 1.</param>
    /// <exception cref="ArgumentException">The data have more than one target or several frequencies, or a setting is outside its domain.</exception>
    public LinearModel Train(Dataset data)
    {
        LinearData.Require(data);
        var context = new MLContext();
        LbfgsLogisticRegressionBinaryTrainer trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(LabelledExample.Label),
            FeatureColumnName = nameof(LabelledExample.Features),
            L1Regularization = 0,
            L2Regularization = L2,
            OptimizationTolerance = float.Epsilon,
            NumberOfThreads = 1,
        });
        return LinearModel.Of(trainer.Fit(LabelledExample.View(context, LabelledExample.Of(data))).Model.SubModel);
    }

    /// <summary>The objective at a model, in double precision.</summary>
    /// <param name="data">The data.</param>
    /// <param name="model">The model.</param>
    public double Objective(Dataset data, LinearModel model)
    {
        LinearData.Require(data);
        ArgumentNullException.ThrowIfNull(model);
        double loss = 0;
        for (int example = 0; example < data.Count; example++)
            loss += Functions.Softplus(-LinearData.Sign(data, example) * model.Margin(data.Input(example)));
        return (loss + (L2 / 2 * model.Weights.Sum(weight => weight * weight))) / data.Count;
    }

    /// <summary>The share theta of a feature in the logit at the end: theta (1 + e^theta) = strength.</summary>
    /// <param name="strength">n^2 p / lambda: finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The strength is outside its domain.</exception>
    public static double LogitShare(double strength)
    {
        if (!(strength >= 0 && double.IsFinite(strength)))
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength n^2 p / lambda must be finite and at least 0.");

        // Convex and rising, and not negative at ln(1 + strength): Newton's method falls onto the solution from there until rounding stops it.
        double theta = Functions.LogOnePlus(strength);
        while (true)
        {
            double exponential = Math.Exp(theta);
            double next = theta - (((theta * (1 + exponential)) - strength) / (1 + (exponential * (1 + theta))));
            if (!(next < theta))
                return theta;
            theta = next;
        }
    }
}
