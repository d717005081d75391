using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>
/// The order in which a plan looks at its examples, pass after pass. It is a function of the plan alone, and every trainer
/// follows it: so trainers agree on mini-batches too.
/// </summary>
public sealed class ExampleOrder
{
    private readonly int[] order;
    private readonly RandomStream random;

    /// <summary>Starts before the first pass.</summary>
    /// <param name="plan">The plan; its data, batches and seed matter.</param>
    public ExampleOrder(TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (int size, IsShuffled) = plan.Batches switch
        {
            MiniBatch batch => (batch.Size, batch.Shuffled),
            SingleExample single => (1, single.Shuffled),
            _ => (plan.Data.Count, false),
        };
        BatchSize = Math.Min(size, plan.Data.Count);
        random = new RandomStream(plan.Seed);
        order = [.. Enumerable.Range(0, plan.Data.Count)];
    }

    /// <summary>The number of examples a step. The last batch of a pass is smaller where this does not divide their number.</summary>
    public int BatchSize { get; }

    /// <summary>Whether each pass has a new order; else every pass has the data's.</summary>
    public bool IsShuffled { get; }

    /// <summary>The examples of the next pass, in the order in which they are looked at.</summary>
    /// <returns>Every number from 0 to Count - 1 once; valid until the next call.</returns>
    public ReadOnlySpan<int> NextPass()
    {
        if (IsShuffled)
            random.Shuffle(order.AsSpan());
        return order;
    }
}
