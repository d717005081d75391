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

    /// <summary>What was observed at every step, from step 0 up to the first at which it is over; at the latest the plan's last step.</summary>
    /// <param name="plan">What to do: plain gradient descent.</param>
    /// <param name="request">The trainer.</param>
    /// <param name="observe">Reads an observation off the network.</param>
    /// <param name="isOver">Whether the step from one observation to the next ends the story.</param>
    /// <exception cref="NumericalFailureException">It would take more steps than a training may.</exception>
    public static List<T> Observe<T>(TrainingPlan plan, RouteRequest request, Func<Network, T> observe, Func<T, T, bool> isOver)
    {
        List<T> observations = [observe(plan.Network)];
        Network network = plan.Network;
        long stretch = FirstStretch;
        bool ended = false;
        for (long step = 0; step < plan.Steps && !ended; step += stretch, stretch *= 2)
        {
            if (step > TrainingSchedule.MaximumSteps)
                throw new NumericalFailureException(Invariant($"A start needs more than {TrainingSchedule.MaximumSteps} steps of {plan.LearningRate:g4}. Shorten the duration."));
            TrainingPlan next = plan with { Network = network, Steps = Math.Min(stretch, plan.Steps - step), ObservationSteps = ObservationSteps.EveryStep };
            network = request.Train(next, (taken, current) =>
            {
                if (taken == 0 || ended)
                    return;
                observations.Add(observe(current));
                ended = isOver(observations[^2], observations[^1]);
            }).Network;
        }

        return observations;
    }
}
