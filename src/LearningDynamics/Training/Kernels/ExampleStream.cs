using System.Numerics;
using LearningDynamics.Data;

namespace LearningDynamics.Training.Kernels;

/// <summary>Consecutive examples: where their inputs, targets and weights begin.</summary>
/// <param name="inputs">The first input.</param>
/// <param name="targets">The first target.</param>
/// <param name="weights">The first weight, repeated for each component of the target.</param>
internal readonly unsafe struct ExampleBlock<T>(Rows<T> inputs, T* targets, T* weights)
    where T : unmanaged
{
    public Rows<T> Inputs { get; } = inputs;

    public T* Targets { get; } = targets;

    public T* Weights { get; } = weights;
}

/// <summary>The examples in the order in which they are looked at, batch after batch.</summary>
internal sealed unsafe class ExampleStream<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int count;
    private readonly int inputStride;
    private readonly int targetStride;
    private readonly Columns ordered;
    private readonly Columns? original;
    private readonly ExampleOrder order;
    private int next;

    public ExampleStream(TrainingPlan plan, int inputStride, int targetStride)
    {
        count = plan.Data.Count;
        order = new ExampleOrder(plan);
        this.inputStride = inputStride;
        this.targetStride = targetStride;
        ordered = new Columns(plan.Data, inputStride, targetStride);
        if (order.IsShuffled)
            original = new Columns(plan.Data, inputStride, targetStride);

        // The first call begins the first pass.
        next = count;
    }

    /// <summary>The number of examples in the present batch.</summary>
    public int BatchCount { get; private set; }

    /// <summary>The first example of the present batch.</summary>
    public int BatchStart { get; private set; }

    /// <summary>Count / b: what makes the sum over a batch of b examples an estimate of the sum over all.</summary>
    public T BatchScale { get; private set; }

    /// <summary>Goes on to the next batch.</summary>
    public void MoveNext()
    {
        if (next == count)
        {
            next = 0;
            if (original is not null)
                Reorder(original);
        }

        BatchStart = next;
        BatchCount = Math.Min(order.BatchSize, count - next);
        BatchScale = T.CreateTruncating(count) / T.CreateTruncating(BatchCount);
        next += BatchCount;
    }

    /// <summary>The examples from a given one of the present batch on.</summary>
    public ExampleBlock<T> From(int example)
    {
        long row = BatchStart + example;
        return new(new Rows<T>(ordered.Inputs.Start + (row * inputStride), inputStride), ordered.Targets.Start + (row * targetStride), ordered.Weights.Start + (row * targetStride));
    }

    private void Reorder(Columns source)
    {
        ReadOnlySpan<int> pass = order.NextPass();
        for (int j = 0; j < count; j++)
        {
            source.Inputs.Span.Slice(pass[j] * inputStride, inputStride).CopyTo(ordered.Inputs.Span[(j * inputStride)..]);
            source.Targets.Span.Slice(pass[j] * targetStride, targetStride).CopyTo(ordered.Targets.Span[(j * targetStride)..]);
            source.Weights.Span.Slice(pass[j] * targetStride, targetStride).CopyTo(ordered.Weights.Span[(j * targetStride)..]);
        }
    }

    /// <summary>Inputs, targets and weights of all examples, in rows padded with zeros.</summary>
    private sealed class Columns
    {
        public Columns(Dataset data, int inputStride, int targetStride)
        {
            Inputs = new AlignedBuffer<T>((long)data.Count * inputStride);
            // Elementwise kernels may read one vector beyond the last row.
            Targets = new AlignedBuffer<T>(((long)data.Count * targetStride) + Vector<T>.Count);
            Weights = new AlignedBuffer<T>(((long)data.Count * targetStride) + Vector<T>.Count);
            for (int j = 0; j < data.Count; j++)
            {
                for (int i = 0; i < data.InputSize; i++)
                    Inputs.Start[((long)j * inputStride) + i] = T.CreateTruncating(data.Input(j)[i]);
                for (int k = 0; k < data.TargetSize; k++)
                {
                    Targets.Start[((long)j * targetStride) + k] = T.CreateTruncating(data.Target(j)[k]);
                    Weights.Start[((long)j * targetStride) + k] = T.CreateTruncating(data.Weights[j]);
                }
            }
        }

        public AlignedBuffer<T> Inputs { get; }

        public AlignedBuffer<T> Targets { get; }

        public AlignedBuffer<T> Weights { get; }
    }
}
