using LearningDynamics.Data;
using LearningDynamics.Training;
using static TorchSharp.torch;

namespace LearningDynamics.TorchSharp;

/// <summary>Some examples, a row each.</summary>
/// <param name="Inputs">Their inputs.</param>
/// <param name="Targets">Their targets.</param>
/// <param name="Weights">One column: what each example's loss is multiplied by, so that the sum over the batch estimates the loss over the data.</param>
internal sealed record Batch(Tensor Inputs, Tensor Targets, Tensor Weights);

/// <summary>The batches of a plan, one after the other.</summary>
internal sealed class TorchExamples
{
    private readonly ExampleOrder order;
    private readonly int count;
    private readonly Device device;
    private readonly Batch all;
    private long[] pass = [];
    private int next;

    public TorchExamples(TrainingPlan plan, ScalarType type, Device device)
    {
        Dataset data = plan.Data;
        this.device = device;
        count = data.Count;
        order = new ExampleOrder(plan);
        all = new(
            tensor(data.Inputs.ToArray(), [data.Count, data.InputSize], dtype: type, device: device),
            tensor(data.Targets.ToArray(), [data.Count, data.TargetSize], dtype: type, device: device),
            tensor(data.Weights.ToArray(), [data.Count, 1], dtype: type, device: device));
    }

    private bool IsWhole => order.BatchSize == count && !order.IsShuffled;

    /// <summary>The next batch. Its tensors belong to the scope of the caller, but for those of a batch of all examples.</summary>
    public Batch Next()
    {
        if (IsWhole)
            return all;
        if (next == pass.Length)
        {
            pass = [.. order.NextPass().ToArray().Select(example => (long)example)];
            next = 0;
        }

        long[] rows = pass[next..Math.Min(next + order.BatchSize, count)];
        next += rows.Length;
        Tensor indices = tensor(rows, device: device);
        return new(all.Inputs.index_select(0, indices), all.Targets.index_select(0, indices), all.Weights.index_select(0, indices).mul((double)count / rows.Length));
    }
}
