namespace LearningDynamics.Runs;

/// <summary>Adds up how far the points of a run have come, which run on several threads.</summary>
internal sealed class ProgressMeter
{
    private readonly string experiment;
    private readonly double[] shares;
    private readonly IProgress<RunProgress>? progress;
    private readonly Lock guard = new();

    public ProgressMeter(string experiment, int points, IProgress<RunProgress>? progress)
    {
        (this.experiment, this.progress) = (experiment, progress);
        shares = new double[points];
        progress?.Report(new(experiment, 0, points, 0));
    }

    /// <summary>Says how far one point has come.</summary>
    /// <param name="point">The point's index.</param>
    /// <param name="share">From 0 to 1; 1 where it is finished.</param>
    public void Report(int point, double share)
    {
        // Within the lock, so that a report never overtakes an earlier one.
        lock (guard)
        {
            shares[point] = share;
            progress?.Report(new(experiment, shares.Count(value => value == 1), shares.Length, shares.Average()));
        }
    }
}
