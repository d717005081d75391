namespace LearningDynamics.Flows.Ensembles;

/// <summary>The trajectories that no thread has taken yet, given out in blocks of consecutive ones.</summary>
/// <param name="count">The number of trajectories.</param>
/// <param name="blockSize">The number of trajectories of a block.</param>
/// <param name="progress">Told the share that has been given out.</param>
internal sealed class TrajectorySupply(long count, int blockSize, IProgress<double>? progress)
{
    private long given;

    /// <summary>Takes a block.</summary>
    /// <param name="first">The first trajectory.</param>
    /// <param name="end">The one behind the last.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeBlock(out long first, out long end)
    {
        first = Interlocked.Add(ref given, blockSize) - blockSize;
        end = Math.Min(first + blockSize, count);
        if (first < count)
            progress?.Report((double)first / count);
        return first < count;
    }
}
