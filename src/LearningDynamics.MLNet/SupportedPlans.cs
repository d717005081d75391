using LearningDynamics.Training;

namespace LearningDynamics.MLNet;

/// <summary>Which plans ML.NET carries out as they are written.</summary>
internal static class SupportedPlans
{
    /// <summary>A sentence that names the first feature that ML.NET lacks, or null.</summary>
    public static string? Missing(TrainingPlan plan) => (plan.Network.Convolutions.Count > 0 ? "ML.NET trains linear models; the network has convolution layers." : Layer(plan)) ?? LossOf(plan) ?? Descent(plan);

    private static string? Layer(TrainingPlan plan) => plan.Network.Layers switch
    {
        { Count: > 1 } => "ML.NET trains linear models; the network has hidden layers.",
        [{ OutputSize: > 1 }] => "ML.NET's stochastic gradient descent has one output; the layer has several.",
        [{ Activation: not Activation.Identity }] => "ML.NET trains linear models; the layer has an activation.",
        [{ } layer] when layer.Mask.Contains(false) => "ML.NET has no masks; the layer has one.",
        _ => null,
    };

    private static string? LossOf(TrainingPlan plan) => plan.Loss switch
    {
        LogisticLoss when plan.Data.Targets.ContainsAnyExcept(0.0, 1.0) => "ML.NET's logistic loss takes labels; a target is neither 0 nor 1.",
        LogisticLoss or HingeLoss => null,
        _ => $"ML.NET's stochastic gradient descent takes the logistic or the hinge loss, not {plan.Loss.GetType().Name}.",
    };

    private static string? Descent(TrainingPlan plan)
    {
        if (plan.Optimizer is not GradientDescent)
            return $"ML.NET's stochastic gradient descent has no other optimiser, such as {plan.Optimizer.GetType().Name}.";
        if (plan.Precision != Precision.Single)
            return "ML.NET computes in single precision; the plan asks for double.";
        bool isSingle = plan.Batches is SingleExample or MiniBatch { Size: 1 } || plan.Data.Count == 1;
        return isSingle ? null : "ML.NET's stochastic gradient descent looks at one example a step; the plan has larger batches.";
    }
}
