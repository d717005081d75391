using System.Collections.Immutable;
using LearningDynamics.Training;

namespace LearningDynamics.Experiments;

/// <summary>What a route is asked: at which times to answer, and for training with which trainer and learning rate.</summary>
public sealed record RouteRequest
{
    private readonly TrainingSchedule? schedule;
    private readonly ITrainer? trainer;

    /// <summary>Asks a route that does not train, or that trains at a learning rate of its own.</summary>
    /// <param name="times">The times, increasing, from 0 on; empty where the experiment has no horizon.</param>
    /// <param name="trainer">The trainer, for the trained route.</param>
    public RouteRequest(ImmutableArray<double> times, ITrainer? trainer = null)
    {
        Times = times;
        this.trainer = trainer;
    }

    /// <summary>Asks a route that trains at a given learning rate.</summary>
    /// <param name="schedule">The learning rate and the steps to observe.</param>
    /// <param name="trainer">The trainer.</param>
    public RouteRequest(TrainingSchedule schedule, ITrainer trainer)
        : this(schedule.Times, trainer)
    {
        this.schedule = schedule;
    }

    /// <summary>The times to answer at, increasing; those of the schedule where there is one. Empty where the experiment has no horizon.</summary>
    public ImmutableArray<double> Times { get; }

    /// <summary>The learning rate, the steps to observe and their times.</summary>
    /// <exception cref="InvalidOperationException">The route does not train, or the experiment declares no learning rate.</exception>
    public TrainingSchedule Schedule => schedule ?? throw new InvalidOperationException(
        "This request has no schedule: the route does not train, or no member of the experiment is marked [LearningRate].");

    /// <summary>The learning rate eta to train with; time is eta times the step.</summary>
    /// <exception cref="InvalidOperationException">The route does not train, or the experiment declares no learning rate.</exception>
    public double LearningRate => Schedule.LearningRate;

    /// <summary>The trainer.</summary>
    /// <exception cref="InvalidOperationException">The route is not the trained one: it must not share training with it.</exception>
    public ITrainer Trainer => trainer ?? throw new InvalidOperationException("This request has no trainer: only the trained route trains.");

    /// <summary>Told the finished share, from 0 to 1; null where nobody listens.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Trains by a plan with the <see cref="Trainer"/>, until it is cancelled.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="observer">Called at step 0 and after each of the plan's observation steps.</param>
    /// <param name="progress">Told the finished share of this training, from 0 to 1.</param>
    /// <exception cref="UsageException">The trainer does not support the plan.</exception>
    /// <exception cref="Numerics.NumericalFailureException">The training diverged.</exception>
    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null)
    {
        RequireSupport(plan);
        return Trainer.Train(plan, observer, progress, Cancellation);
    }

    /// <summary>Trains by several plans with the <see cref="Trainer"/>: side by side, if it is an <see cref="IStackTrainer"/>, else one after the other.</summary>
    /// <param name="plans">What to do.</param>
    /// <param name="observe">Gives the observer of the plan with an index, or null for none.</param>
    /// <returns>The results, in the order of the plans.</returns>
    /// <exception cref="UsageException">The trainer does not support a plan.</exception>
    /// <exception cref="Numerics.NumericalFailureException">A training diverged.</exception>
    public IReadOnlyList<TrainingResult> TrainAll(IReadOnlyList<TrainingPlan> plans, Func<int, TrainingObserver?>? observe = null)
    {
        ArgumentNullException.ThrowIfNull(plans);
        foreach (TrainingPlan plan in plans)
            RequireSupport(plan);
        return ParallelTraining.Train(Trainer, plans, observe, threads: 1, progress: null, Cancellation);
    }

    private void RequireSupport(TrainingPlan plan)
    {
        TrainerSupport support = Trainer.Supports(plan);
        if (!support.IsSupported)
            throw new UsageException($"The trainer '{Trainer.Name}' cannot run this plan: {support.Missing}");
    }
}
