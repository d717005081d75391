using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;
using static System.FormattableString;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Trains until something has happened or the time is over. Gradient descent remembers nothing but its weights, so training in stretches gives the bits of one long training, and what
/// comes after the end of the story need not be trained.
/// </summary>
internal static class StretchedTraining
{
    private const long FirstStretch = 16;

    /// <summary>What was observed at every step, from step 0 up to the first at which it is over; at the latest the plan's last step. A list for each plan.</summary>
    /// <param name="plans">What to do: plain gradient descent.</param>
    /// <param name="request">The trainer.</param>
    /// <param name="observe">Reads an observation off a network.</param>
    /// <param name="isOver">Whether the step from one observation to the next ends the story.</param>
    /// <exception cref="NumericalFailureException">A plan would take more steps than a training may.</exception>
    public static IReadOnlyList<List<T>> Observe<T>(IEnumerable<TrainingPlan> plans, RouteRequest request, Func<Network, T> observe, Func<T, T, bool> isOver)
    {
        Story<T>[] stories = [.. plans.Select(plan => new Story<T>(plan, observe, isOver))];
        long step = 0;
        for (long stretch = FirstStretch; stories.Any(story => !story.IsOver(step)); stretch *= 2)
        {
            Story<T>[] open = [.. stories.Where(story => !story.IsOver(step))];
            if (step > TrainingSchedule.MaximumSteps)
                throw new NumericalFailureException(Invariant($"A start needs more than {TrainingSchedule.MaximumSteps} steps of {open[0].LearningRate:g4}. Shorten the duration."));
            IReadOnlyList<TrainingResult> results = request.TrainAll([.. open.Select(story => story.Next(step, stretch))], index => open[index].Look);
            for (int k = 0; k < open.Length; k++)
                open[k].Network = results[k].Network;
            step += stretch;
        }

        return [.. stories.Select(story => story.Observations)];
    }

    /// <summary>One plan, and how far it has come.</summary>
    private sealed class Story<T>(TrainingPlan plan, Func<Network, T> observe, Func<T, T, bool> isOver)
    {
        private bool ended;

        public List<T> Observations { get; } = [observe(plan.Network)];

        public Network Network { get; set; } = plan.Network;

        public double LearningRate => plan.LearningRate;

        public bool IsOver(long step) => ended || step >= plan.Steps;

        public TrainingPlan Next(long step, long stretch) =>
            plan with { Network = Network, Steps = Math.Min(stretch, plan.Steps - step), ObservationSteps = ObservationSteps.EveryStep };

        public void Look(long step, Network current)
        {
            if (step == 0 || ended)
                return;
            Observations.Add(observe(current));
            ended = isOver(Observations[^2], Observations[^1]);
        }
    }
}
