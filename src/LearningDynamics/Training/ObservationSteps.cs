using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LearningDynamics.Training;

/// <summary>The steps after which a training run is looked at, besides step 0, which always is.</summary>
[CollectionBuilder(typeof(ObservationSteps), nameof(At))]
public sealed class ObservationSteps : IEnumerable<long>
{
    private readonly ImmutableArray<long> steps;
    private readonly long interval;

    private ObservationSteps(ImmutableArray<long> steps, long interval)
    {
        this.steps = steps;
        this.interval = interval;
    }

    /// <summary>How many steps lie between two of <see cref="Every"/>; null for given steps.</summary>
    public long? Interval => interval > 0 ? interval : null;

    /// <summary>No step but step 0.</summary>
    public static ObservationSteps None { get; } = new([], 0);

    /// <summary>Every step.</summary>
    public static ObservationSteps EveryStep { get; } = Every(1);

    /// <summary>The multiples of a number of steps.</summary>
    /// <param name="interval">The number, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is below 1.</exception>
    public static ObservationSteps Every(long interval) =>
        interval >= 1
            ? new([], interval)
            : throw new ArgumentOutOfRangeException(nameof(interval), interval, "The interval must be at least 1.");

    /// <summary>Given steps.</summary>
    /// <param name="steps">Numbers of at least 0 in strictly ascending order.</param>
    /// <exception cref="ArgumentException">The numbers are negative or not in strictly ascending order.</exception>
    public static ObservationSteps At(params ReadOnlySpan<long> steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i] < 0 || (i > 0 && steps[i] <= steps[i - 1]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Number {i} is {steps[i]}; steps are at least 0 and in strictly ascending order."), nameof(steps));
        }

        return new([.. steps], 0);
    }

    /// <summary>Given steps, as by <see cref="At"/>.</summary>
    /// <param name="steps">Numbers of at least 0 in strictly ascending order.</param>
    public static implicit operator ObservationSteps(long[] steps) => At(steps);

    /// <summary>Given steps, as by <see cref="At"/>.</summary>
    /// <param name="steps">Numbers of at least 0 in strictly ascending order.</param>
    public static implicit operator ObservationSteps(ImmutableArray<long> steps) => At(steps.AsSpan());

    /// <summary>The steps above 0 in ascending order; endless for <see cref="Every"/>.</summary>
    public IEnumerator<long> GetEnumerator()
    {
        if (interval == 0)
        {
            foreach (long step in steps)
            {
                if (step > 0)
                    yield return step;
            }

            yield break;
        }

        for (long step = interval; step > 0; step += interval)
            yield return step;
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The last of the given steps; 0 if there is none or they are endless.</summary>
    internal long Last => steps.IsEmpty ? 0 : steps[^1];
}
