using System.Collections.Immutable;
using LearningDynamics.Experiments;
using static System.FormattableString;

namespace LearningDynamics.Runs;

/// <summary>At which times the routes are evaluated.</summary>
public abstract record TimeGrid
{
    private TimeGrid()
    {
    }

    /// <summary>The grid when nothing else is said: 200 equal intervals from 0 to the horizon.</summary>
    public static TimeGrid Standard { get; } = new Uniform(200);

    /// <summary>The times, increasing.</summary>
    /// <param name="duration">The experiment's horizon.</param>
    /// <exception cref="UsageException">A time is outside 0 to the horizon.</exception>
    public abstract ImmutableArray<double> Times(double duration);

    /// <summary>Time 0 and equally spaced times up to the horizon.</summary>
    /// <param name="Points">How many times there are after 0; at least 1.</param>
    public sealed record Uniform(int Points) : TimeGrid
    {
        /// <inheritdoc/>
        public override ImmutableArray<double> Times(double duration) => Points >= 1
            ? [.. Enumerable.Range(0, Points).Select(index => duration * index / Points), duration]
            : throw new UsageException(Invariant($"The number of points is {Points}; it must be at least 1."));
    }

    /// <summary>Given times.</summary>
    /// <param name="Values">The times, in any order, between 0 and the horizon; at least one.</param>
    public sealed record At(ImmutableArray<double> Values) : TimeGrid
    {
        /// <inheritdoc/>
        public override ImmutableArray<double> Times(double duration)
        {
            if (Values.IsEmpty)
                throw new UsageException("No time was given; write at least one, such as 0,1,2.5.");
            foreach (double time in Values)
            {
                if (!(time >= 0 && time <= duration))
                    throw new UsageException(Invariant($"The time {time:R} is outside [0, {duration:R}]. The nearest allowed time is {(time > duration ? duration : 0):R}."));
            }

            return [.. Values.Distinct().Order()];
        }
    }
}
