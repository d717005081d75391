using LearningDynamics.Training;

namespace LearningDynamics.Experiments;

/// <summary>Answers an experiment by training a real network step by step.</summary>
public static class TrainedRoute
{
    /// <summary>A route from the methods that an experiment declares.</summary>
    /// <param name="plan">Returns the plan, or null where there is nothing to train at this point. Its learning rate is the largest that may be used.</param>
    /// <param name="observe">Reads the observables off the network at a time.</param>
    /// <param name="write">Writes the observables.</param>
    /// <param name="find">Writes the findings; null where there are none. Where it is there, every step is observed for it.</param>
    /// <typeparam name="TObservation">The observables struct.</typeparam>
    public static BoundRoute Create<TObservation>(
        Func<TrainingPlan?> plan,
        Func<Network, double, TObservation> observe,
        Action<TObservation, TrajectoryWriter> write,
        Action<TrainedRun<TObservation>, FindingsWriter>? find) => new Implementation<TObservation>(plan, observe, write, find);

    private sealed class Implementation<TObservation>(
        Func<TrainingPlan?> plan,
        Func<Network, double, TObservation> observe,
        Action<TObservation, TrajectoryWriter> write,
        Action<TrainedRun<TObservation>, FindingsWriter>? find) : BoundRoute
    {
        public override double? LargestLearningRate() => plan()?.LearningRate;

        public override RouteResult? Answer(RouteRequest request)
        {
            if (plan() is not { } declared)
                return null;
            TrainingSchedule schedule = request.Schedule;
            TrainingPlan scheduled = declared with
            {
                LearningRate = schedule.LearningRate,
                Steps = schedule.Steps,
                ObservationSteps = find is null ? schedule.ObservationSteps : ObservationSteps.EveryStep,
            };
            var observations = new List<TObservation>();
            TrainingResult result = request.Train(
                scheduled,
                (step, network) =>
                {
                    if (step > 0 || find is not null || schedule.ObservationSteps[0] == 0)
                        observations.Add(observe(network, step * schedule.LearningRate));
                },
                request.Progress);

            var findings = new FindingsWriter();
            find?.Invoke(new(observations, schedule.LearningRate, result.Network) { Request = request }, findings);
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
