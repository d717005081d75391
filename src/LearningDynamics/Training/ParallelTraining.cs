using System.Runtime.ExceptionServices;

namespace LearningDynamics.Training;

/// <summary>Trains several plans side by side on all processors, for instance one plan from many seeds.</summary>
public static class ParallelTraining
{
    /// <summary>Trains all plans. Each is trained on one thread, so that its result is that of training it alone, bit for bit.</summary>
    /// <param name="trainer">The trainer; it must be usable from several threads at once, as <see cref="ManagedTrainer"/> is.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="observe">Gives the observer of the plan with an index, or null for none; observers of different plans run at the same time. Null if no plan is observed.</param>
    /// <param name="threads">The number of threads, at least 1; null for one a processor.</param>
    /// <param name="progress">Told the share of plans that are done, from 0 to 1; called from several threads.</param>
    /// <param name="cancellation">Stops all training between two steps.</param>
    /// <returns>The results, in the order of the plans.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is below 1.</exception>
    /// <exception cref="Numerics.NumericalFailureException">Training diverged; of several plans, the failure that came first.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<TrainingResult> Train(
        ITrainer trainer, IReadOnlyList<TrainingPlan> plans, Func<int, TrainingObserver?>? observe = null, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(plans);
        if (threads < 1)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, "At least 1 thread is needed.");
        TrainingResult[] results = new TrainingResult[plans.Count];
        int done = 0;
        try
        {
            Parallel.For(0, plans.Count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation }, index =>
            {
                results[index] = trainer.Train(plans[index], observe?.Invoke(index), progress: null, cancellation);
                progress?.Report((double)Interlocked.Increment(ref done) / plans.Count);
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }
}
