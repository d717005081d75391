namespace LearningDynamics.Training;

/// <summary>
/// A trainer to which a step of many small networks costs hardly more than a step of one. It trains plans of one <see cref="PlanShape"/> side by side, and comes to the results of training each alone
/// up to rounding. <see cref="ParallelTraining"/> hands it as many at once as it takes. Several threads may use it at once.
/// </summary>
public interface IStackTrainer : ITrainer
{
    /// <summary>The most plans that it trains side by side, at least 1.</summary>
    int LargestStack { get; }

    /// <summary>Trains copies of the plans' networks side by side.</summary>
    /// <param name="plans">At most <see cref="LargestStack"/> plans of one shape.</param>
    /// <param name="observers">For each plan its observer, or null; all are called from one thread, step after step.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The results, in the order of the plans.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, the plans have no shape in common, or there are too many.</exception>
    /// <exception cref="NotSupportedException">The trainer does not support a plan.</exception>
    /// <exception cref="Numerics.NumericalFailureException">A weight or the final loss of a plan is no longer finite.</exception>
    /// <exception cref="TrainerException">The software that does the training is absent, or failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    IReadOnlyList<TrainingResult> TrainStack(IReadOnlyList<TrainingPlan> plans, IReadOnlyList<TrainingObserver?> observers, CancellationToken cancellation = default);
}
