using LearningDynamics.Training;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LearningDynamics.TorchSharp;

/// <summary>A loss over a batch: the sum of its examples' losses times their weights.</summary>
internal abstract class TorchLoss
{
    public static TorchLoss For(TrainingPlan plan) => plan.Loss switch
    {
        LogisticLoss => new Logistic(),
        SoftmaxLoss => new Softmax(),
        HingeLoss hinge => new Hinge(hinge.Margin),
        SquaredLoss => new Squared(),
        SquaredProbabilityLoss => new SquaredProbability(),
        _ => throw new NotSupportedException($"TorchSharp has no loss for {plan.Loss.GetType().Name}."),
    };

    public abstract Tensor Of(Tensor outputs, Batch batch);

    /// <summary>By the logarithm of the sigmoid, whose gradient keeps its digits where the error is small.</summary>
    private sealed class Logistic : TorchLoss
    {
        public override Tensor Of(Tensor outputs, Batch batch) =>
            batch.Weights.mul(batch.Targets.mul(outputs.log_sigmoid()).add((1 - batch.Targets).mul(outputs.neg().log_sigmoid()))).sum().neg();
    }

    private sealed class Softmax : TorchLoss
    {
        public override Tensor Of(Tensor outputs, Batch batch) => batch.Weights.mul(batch.Targets).mul(F.log_softmax(outputs, 1)).sum().neg();
    }

    private sealed class Hinge(double margin) : TorchLoss
    {
        public override Tensor Of(Tensor outputs, Batch batch) => batch.Weights.mul(F.relu(margin - batch.Targets.mul(outputs))).sum();
    }

    /// <summary>Written so that neither the difference nor its slope cancels where a probability is near a target of 0 or 1.</summary>
    private sealed class SquaredProbability : TorchLoss
    {
        public override Tensor Of(Tensor outputs, Batch batch) =>
            batch.Weights.mul(outputs.sigmoid().mul(1 - batch.Targets).sub(outputs.neg().sigmoid().mul(batch.Targets)).square()).sum().div(2);
    }

    private sealed class Squared : TorchLoss
    {
        public override Tensor Of(Tensor outputs, Batch batch) => batch.Weights.mul(outputs.sub(batch.Targets).square()).sum().div(2);
    }
}
