using LearningDynamics.Training;

namespace LearningDynamics.Experiments;

/// <summary>Answers an experiment by training a real network step by step.</summary>
public abstract class TrainedRoute
{
    /// <summary>The declared plan; its learning rate is the largest that may be used.</summary>
    public abstract TrainingPlan Plan();

    /// <summary>Trains the network and observes it.</summary>
    /// <param name="schedule">The learning rate and the steps to observe.</param>
    /// <param name="trainer">The trainer.</param>
    /// <param name="progress">Told the finished share, from 0 to 1.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="Numerics.NumericalFailureException">The training diverged.</exception>
    /// <exception cref="UsageException">The trainer does not support the plan.</exception>
    public abstract RouteResult Answer(TrainingSchedule schedule, ITrainer trainer, IProgress<double>? progress = null, CancellationToken cancellation = default);

    /// <summary>A route from the methods that an experiment declares.</summary>
    /// <param name="plan">Returns the plan.</param>
    /// <param name="observe">Reads the observables off the network at a time.</param>
    /// <param name="write">Writes the observables.</param>
    /// <param name="find">Writes the findings; null where there are none. Where it is there, every step is observed for it.</param>
    /// <typeparam name="TObservation">The observables struct.</typeparam>
    public static TrainedRoute Create<TObservation>(
        Func<TrainingPlan> plan,
        Func<Network, double, TObservation> observe,
        Action<TObservation, TrajectoryWriter> write,
        Action<TrainedRun<TObservation>, FindingsWriter>? find) => new Implementation<TObservation>(plan, observe, write, find);

    private sealed class Implementation<TObservation>(
        Func<TrainingPlan> plan,
        Func<Network, double, TObservation> observe,
        Action<TObservation, TrajectoryWriter> write,
        Action<TrainedRun<TObservation>, FindingsWriter>? find) : TrainedRoute
    {
        public override TrainingPlan Plan() => plan();

        public override RouteResult Answer(TrainingSchedule schedule, ITrainer trainer, IProgress<double>? progress = null, CancellationToken cancellation = default)
        {
            TrainingPlan scheduled = plan() with
            {
                LearningRate = schedule.LearningRate,
                Steps = schedule.Steps,
                ObservationSteps = find is null ? schedule.ObservationSteps : ObservationSteps.EveryStep,
            };
            TrainerSupport support = trainer.Supports(scheduled);
            if (!support.IsSupported)
                throw new UsageException($"The trainer '{trainer.Name}' cannot run this plan: {support.Missing}");

            var observations = new List<TObservation>();
            TrainingResult result = trainer.Train(
                scheduled,
                (step, network) =>
                {
                    if (step > 0 || find is not null || schedule.ObservationSteps[0] == 0)
                        observations.Add(observe(network, step * schedule.LearningRate));
                },
                progress,
                cancellation);

            var findings = new FindingsWriter();
            find?.Invoke(new(observations, schedule.LearningRate, result.Network), findings);
            return new()
            {
                Route = Route.Trained,
                Trajectory = Select(schedule, observations),
                Findings = findings.Findings,
                Maps = findings.Maps,
                EventTimes = findings.EventTimes,
                Work = [new("steps", schedule.Steps)],
            };
        }

        /// <summary>Where every step was observed, those of the schedule; else there are no others.</summary>
        private Trajectory Select(TrainingSchedule schedule, List<TObservation> observations)
        {
            var trajectory = new TrajectoryWriter(schedule.Times.AsSpan());
            for (int index = 0; index < schedule.ObservationSteps.Length; index++)
            {
                trajectory.Next();
                write(observations[find is null ? index : (int)schedule.ObservationSteps[index]], trajectory);
            }

            return trajectory.Finish();
        }
    }
}
