namespace LearningDynamics.Training;

/// <summary>Carries training plans out. Implementations differ in where they compute, never in what they compute.</summary>
public interface ITrainer
{
    /// <summary>A short name in lower case, as a command line takes it.</summary>
    string Name { get; }

    /// <summary>The version of the software that does the training, for the record; where that is not there, "absent".</summary>
    string Version { get; }

    /// <summary>
    /// Whether the software that does the training is there. It may have to be started for the answer, which then holds for the
    /// life of this trainer. Trainers that need nothing else are always there.
    /// </summary>
    /// <returns>Full, or what is missing and how to install it.</returns>
    TrainerSupport Presence() => TrainerSupport.Full;

    /// <summary>Whether this trainer can carry a plan out where its software is there. It costs next to nothing.</summary>
    /// <param name="plan">The plan; it is not validated.</param>
    /// <returns>Full, or a sentence that names the feature it lacks: the layer, activation, loss, optimiser, precision, batches or observation.</returns>
    TrainerSupport Supports(TrainingPlan plan);

    /// <summary>Trains a copy of the plan's network.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="observer">Called at step 0 and after each of the plan's observation steps.</param>
    /// <param name="progress">Told the finished share, from 0 to 1, about a hundred times.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The trained network.</returns>
    /// <exception cref="ArgumentException">The plan is not valid.</exception>
    /// <exception cref="NotSupportedException">The trainer does not support the plan.</exception>
    /// <exception cref="Numerics.NumericalFailureException">A weight or the final loss is no longer finite.</exception>
    /// <exception cref="TrainerException">The software that does the training is absent, or failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default);
}

/// <summary>Looks at a network while it is being trained.</summary>
/// <param name="step">The number of finished steps.</param>
/// <param name="network">The network with its current weights. It is valid during the call only; keep a <see cref="Network.Clone"/>.</param>
public delegate void TrainingObserver(long step, Network network);

/// <summary>Whether a trainer can carry a plan out.</summary>
public readonly record struct TrainerSupport
{
    private TrainerSupport(string missing) => Missing = missing;

    /// <summary>The trainer can carry the plan out.</summary>
    public static TrainerSupport Full => default;

    /// <summary>A sentence that names what the trainer lacks; null if it lacks nothing.</summary>
    public string? Missing { get; }

    /// <summary>Whether the trainer can carry the plan out.</summary>
    public bool IsSupported => Missing is null;

    /// <summary>The trainer cannot carry the plan out.</summary>
    /// <param name="missing">A sentence that names the feature it lacks.</param>
    public static TrainerSupport Lacks(string missing)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(missing);
        return new TrainerSupport(missing);
    }
}

/// <summary>What a training run ends with.</summary>
/// <param name="Network">The trained network.</param>
/// <param name="Steps">The number of steps that were taken.</param>
/// <param name="FinalLoss">The loss over the whole data after the last step.</param>
/// <param name="TrainerName">The trainer's name.</param>
/// <param name="TrainerVersion">The trainer's version.</param>
public sealed record TrainingResult(Network Network, long Steps, double FinalLoss, string TrainerName, string TrainerVersion);
