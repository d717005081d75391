namespace LearningDynamics.Training;

/// <summary>The loop that every trainer goes through, one step at a time: steps, observations, progress and cancellation in their order.</summary>
public static class StepLoop
{
    /// <summary>Takes all steps of a run. What is seen at step 0 is the caller's.</summary>
    /// <param name="steps">How many steps to take.</param>
    /// <param name="observations">After which of them to observe.</param>
    /// <param name="take">Takes a step; it is given the step's number, from 1, for its errors.</param>
    /// <param name="observe">Called after each of the observation steps, with its number.</param>
    /// <param name="progress">Told the finished share, from 0 to 1, about a hundred times.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Run(long steps, ObservationSteps observations, Action<long> take, Action<long> observe, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentNullException.ThrowIfNull(observe);
        using IEnumerator<long> remaining = observations.GetEnumerator();
        long observed = Next(remaining);
        long reportInterval = Math.Max(1, steps / 100);
        for (long step = 1; step <= steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            take(step);
            if (step == observed)
            {
                observe(step);
                observed = Next(remaining);
            }

            if (progress is not null && (step % reportInterval == 0 || step == steps))
                progress.Report((double)step / steps);
        }
    }

    private static long Next(IEnumerator<long> steps) => steps.MoveNext() ? steps.Current : long.MaxValue;
}
