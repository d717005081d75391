using System.Collections.Immutable;
using LearningDynamics.Numerics;
using static System.FormattableString;

namespace LearningDynamics.Experiments;

/// <summary>At which learning rate to train, for how long, and when to look.</summary>
/// <param name="LearningRate">The learning rate eta; time is eta times the step.</param>
/// <param name="ObservationSteps">The steps at which to observe, increasing; the last one ends the training.</param>
/// <param name="Times">The times of the observation steps.</param>
public sealed record TrainingSchedule(double LearningRate, ImmutableArray<long> ObservationSteps, ImmutableArray<double> Times)
{
    /// <summary>The most steps that one training may take.</summary>
    public const long MaximumSteps = 20_000_000;

    /// <summary>The number of steps.</summary>
    public long Steps => ObservationSteps[^1];

    /// <summary>A schedule on an equally spaced grid, of whose spacing the learning rate is a divisor: no time needs interpolation.</summary>
    /// <param name="times">The grid, from 0 on, equally spaced.</param>
    /// <param name="stepsAnInterval">The steps from one time to the next; at least 1.</param>
    /// <exception cref="NumericalFailureException">It would take more steps than <see cref="MaximumSteps"/>.</exception>
    public static TrainingSchedule OnGrid(ImmutableArray<double> times, long stepsAnInterval)
    {
        int intervals = times.Length - 1;
        double learningRate = times[^1] / intervals / stepsAnInterval;
        RequireFeasible((double)intervals * stepsAnInterval, learningRate);
        return new(learningRate, [.. Enumerable.Range(0, times.Length).Select(index => index * stepsAnInterval)], times);
    }

    /// <summary>How many steps from one time of an equally spaced grid to the next keep the learning rate at or below the given one.</summary>
    /// <param name="times">The grid, from 0 on, equally spaced.</param>
    /// <param name="largestLearningRate">The largest rate allowed: finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above 0.</exception>
    public static long StepsAnInterval(ImmutableArray<double> times, double largestLearningRate)
    {
        RequireLearningRate(largestLearningRate, nameof(largestLearningRate));
        return Math.Max(1, (long)Math.Ceiling((times[^1] / (times.Length - 1) / largestLearningRate) - 1e-9));
    }

    /// <summary>A schedule for any times: each is moved to the nearest step, and the times say where it went.</summary>
    /// <param name="times">The times, increasing, at least 0.</param>
    /// <param name="learningRate">The learning rate: finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not finite or not above 0.</exception>
    /// <exception cref="NumericalFailureException">It would take more steps than <see cref="MaximumSteps"/>.</exception>
    public static TrainingSchedule Nearest(ImmutableArray<double> times, double learningRate)
    {
        RequireLearningRate(learningRate, nameof(learningRate));
        RequireFeasible(times[^1] / learningRate, learningRate);
        ImmutableArray<long> steps = [.. times.Select(time => (long)Math.Round(time / learningRate)).Distinct()];
        return new(learningRate, steps, [.. steps.Select(step => step * learningRate)]);
    }

    private static void RequireLearningRate(double learningRate, string name)
    {
        if (!(learningRate > 0 && double.IsFinite(learningRate)))
            throw new ArgumentOutOfRangeException(name, learningRate, "The learning rate must be finite and above 0.");
    }

    private static void RequireFeasible(double steps, double learningRate)
    {
        if (steps > MaximumSteps)
        {
            throw new NumericalFailureException(Invariant(
                $"A training of {steps:F0} steps, at learning rate {learningRate:g4}, is longer than the limit of {MaximumSteps}. Shorten the duration or raise the learning rate."));
        }
    }
}
