namespace LearningDynamics.Training;

/// <summary>
/// Which examples a step looks at. A step on b of the Count examples uses the gradient
/// (Count / b) sum_{j in batch} Weights[j] grad loss_j, whose mean over the batches of a pass is the gradient of the
/// loss over the data (exactly, if b divides Count).
/// </summary>
public abstract record BatchScheme
{
    private protected BatchScheme()
    {
    }

    /// <summary>Every step looks at all examples.</summary>
    public static BatchScheme FullBatch { get; } = new FullBatch();

    /// <summary>
    /// Every step looks at the next few examples; a pass looks at each example once, and its last batch is smaller if the
    /// size does not divide the number of examples.
    /// </summary>
    /// <param name="size">The number of examples a step, at least 1; more than there are means all.</param>
    /// <param name="shuffled">Whether each pass has a new random order, drawn from the plan's seed; else the order is the data's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public static BatchScheme MiniBatch(int size, bool shuffled = true) => new MiniBatch(size, shuffled);

    /// <summary>Every step looks at one example: stochastic gradient descent in its first sense.</summary>
    /// <param name="shuffled">Whether each pass has a new random order, drawn from the plan's seed; else the order is the data's.</param>
    public static BatchScheme SingleExample(bool shuffled = true) => new SingleExample(shuffled);
}

/// <summary>All examples at each step; see <see cref="BatchScheme.FullBatch"/>.</summary>
public sealed record FullBatch : BatchScheme
{
    internal FullBatch()
    {
    }
}

/// <summary>A few examples at each step; see <see cref="BatchScheme.MiniBatch"/>.</summary>
public sealed record MiniBatch : BatchScheme
{
    internal MiniBatch(int size, bool shuffled)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(size), size, "A batch needs at least 1 example.");
        Size = size;
        Shuffled = shuffled;
    }

    /// <summary>The number of examples a step.</summary>
    public int Size { get; }

    /// <summary>Whether each pass has a new random order.</summary>
    public bool Shuffled { get; }
}

/// <summary>One example at each step; see <see cref="BatchScheme.SingleExample"/>.</summary>
public sealed record SingleExample : BatchScheme
{
    internal SingleExample(bool shuffled) => Shuffled = shuffled;

    /// <summary>Whether each pass has a new random order.</summary>
    public bool Shuffled { get; }
}
