using LearningDynamics.Training;

namespace LearningDynamics.Experiments;

/// <summary>A finished training with what was observed at every step, from step 0 on.</summary>
/// <param name="observations">One observation for each step.</param>
/// <param name="learningRate">The learning rate.</param>
/// <param name="network">The trained network.</param>
/// <typeparam name="TObservation">The observables struct.</typeparam>
public sealed class TrainedRun<TObservation>(IReadOnlyList<TObservation> observations, double learningRate, Network network)
{
    /// <summary>What was observed at each step, from step 0 on.</summary>
    public IReadOnlyList<TObservation> Observations { get; } = observations;

    /// <summary>The learning rate eta; step k is at time eta k.</summary>
    public double LearningRate { get; } = learningRate;

    /// <summary>The trained network.</summary>
    public Network Network { get; } = network;

    /// <summary>What the route was asked, with the trainer for a finding that needs a training of its own; null where no route was asked.</summary>
    public RouteRequest? Request { get; init; }

    /// <summary>What was observed at the end.</summary>
    public TObservation Final => Observations[^1];

    /// <summary>
    /// The first time at which a function of the observations is at least 0, or null where it never is. Between steps it is interpolated over
    /// four of them, so that it is as smooth in the learning rate as the run itself.
    /// </summary>
    /// <param name="function">A smooth function of the observations.</param>
    public double? FirstRise(Func<TObservation, double> function) => FirstRise(function, Observations.Count);

    /// <summary>
    /// The same where the run has a kink at that time, such as the death of a neuron: only the steps up to the first one past it are used.
    /// </summary>
    /// <param name="function">A function of the observations that is smooth before the kink.</param>
    public double? FirstKink(Func<TObservation, double> function)
    {
        for (int index = 0; index < Observations.Count; index++)
        {
            if (function(Observations[index]) >= 0)
                return FirstRise(function, index + 1);
        }

        return null;
    }

    private double? FirstRise(Func<TObservation, double> function, int count)
    {
        double[] samples = [.. Observations.Take(count).Select(function)];
        return TrajectoryCrossing.FirstRise(samples, 0, LearningRate);
    }
}
