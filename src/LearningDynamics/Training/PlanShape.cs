namespace LearningDynamics.Training;

/// <summary>
/// What plans must have in common to be trained side by side as one computation on stacked arrays: all but the values of weights, data and, for plain gradient descent, of the learning rate.
/// </summary>
public sealed record PlanShape
{
    private readonly string network;
    private readonly int examples;
    private readonly int batchSize;
    private readonly Loss loss;
    private readonly Optimizer optimizer;
    private readonly Precision precision;
    private readonly double? commonRate;
    private readonly long steps;
    private readonly string observations;

    private PlanShape(TrainingPlan plan, int batchSize)
    {
        network = string.Join(' ', plan.Network.Layers.Select(layer => $"{layer.InputSize}x{layer.OutputSize}{(layer.HasBias ? "+" : string.Empty)}{layer.Activation}"));
        (examples, this.batchSize) = (plan.Data.Count, batchSize);
        (loss, optimizer, precision, steps) = (plan.Loss, plan.Optimizer, plan.Precision, plan.Steps);
        commonRate = plan.Optimizer is GradientDescent ? null : plan.LearningRate;
        observations = plan.ObservationSteps.Interval is { } interval ? $"every {interval}" : string.Join(' ', plan.ObservationSteps);
    }

    /// <summary>A plan's shape; null for a plan that is trained alone: one with convolution layers, masks, or examples in a random order.</summary>
    /// <param name="plan">The plan.</param>
    public static PlanShape? Of(TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Network.Convolutions.Count > 0 || plan.Network.Layers.Any(layer => !layer.Mask.IsEmpty))
            return null;
        return plan.Batches switch
        {
            MiniBatch { Shuffled: true } or SingleExample { Shuffled: true } => null,
            MiniBatch batch => new(plan, Math.Min(batch.Size, plan.Data.Count)),
            SingleExample => new(plan, 1),
            _ => new(plan, plan.Data.Count),
        };
    }
}
