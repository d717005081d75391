using System.Runtime.ExceptionServices;

namespace LearningDynamics.Training;

/// <summary>Trains several plans side by side, on all processors or in stacks, for instance one plan from many seeds.</summary>
public static class ParallelTraining
{
    /// <summary>
    /// Trains all plans. Each is trained on one thread, so that its result is that of training it alone, bit for bit; an <see cref="IStackTrainer"/> trains those of one shape in
    /// stacks, with the same results up to rounding.
    /// </summary>
    /// <param name="trainer">The trainer; it must be usable from several threads at once, as <see cref="ManagedTrainer"/> is, unless there is one thread.</param>
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
        IReadOnlyList<int[]> stacks = Stacks(trainer, plans);
        int done = 0;
        try
        {
            Parallel.For(0, stacks.Count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation }, number =>
            {
                int[] stack = stacks[number];
                IReadOnlyList<TrainingResult> trained = stack is [int only]
                    ? [trainer.Train(plans[only], observe?.Invoke(only), progress: null, cancellation)]
                    : ((IStackTrainer)trainer).TrainStack([.. stack.Select(index => plans[index])], [.. stack.Select(index => observe?.Invoke(index))], cancellation);
                for (int place = 0; place < stack.Length; place++)
                {
                    results[stack[place]] = trained[place];
                    progress?.Report((double)Interlocked.Increment(ref done) / plans.Count);
                }
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>The plans' indices, with those in one array that are trained together.</summary>
    private static IReadOnlyList<int[]> Stacks(ITrainer trainer, IReadOnlyList<TrainingPlan> plans)
    {
        IEnumerable<int> all = Enumerable.Range(0, plans.Count);
        if (trainer is not IStackTrainer stacking)
            return [.. all.Select(index => (int[])[index])];
        return [.. all.GroupBy(index => PlanShape.Of(plans[index])).SelectMany(shape => shape.Chunk(shape.Key is null ? 1 : stacking.LargestStack))];
    }
}
