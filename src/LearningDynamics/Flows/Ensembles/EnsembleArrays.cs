namespace LearningDynamics.Flows.Ensembles;

/// <summary>The ends of all trajectories of an ensemble, in arrays by the trajectory's index. <see cref="Receive"/> fills them.</summary>
public sealed class EnsembleArrays
{
    /// <summary>Makes room for an ensemble.</summary>
    /// <param name="count">The number of trajectories.</param>
    /// <param name="dimension">The number of components of a state.</param>
    /// <param name="eventCount">The number of event components.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the dimension is 0.</exception>
    public EnsembleArrays(int count, int dimension, int eventCount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegative(eventCount);
        (Dimension, EventCount) = (dimension, eventCount);
        Endings = new TrajectoryEnding[count];
        Times = new double[count];
        States = new double[checked(count * dimension)];
        EventTimes = new double[checked(count * eventCount)];
    }

    /// <summary>The number of components of a state.</summary>
    public int Dimension { get; }

    /// <summary>The number of event components.</summary>
    public int EventCount { get; }

    /// <summary>Why each trajectory ended.</summary>
    public TrajectoryEnding[] Endings { get; }

    /// <summary>The time that each trajectory reached.</summary>
    public double[] Times { get; }

    /// <summary>The state of each trajectory at that time, one after the other.</summary>
    public double[] States { get; }

    /// <summary>The first times of the events of each trajectory, one after the other; infinity for never.</summary>
    public double[] EventTimes { get; }

    /// <summary>The state at which a trajectory ended.</summary>
    /// <param name="index">The trajectory.</param>
    public ReadOnlySpan<double> State(int index) => States.AsSpan(index * Dimension, Dimension);

    /// <summary>Keeps the end of a trajectory.</summary>
    /// <param name="end">The end.</param>
    public void Receive(in TrajectoryEnd end)
    {
        int index = checked((int)end.Index);
        Endings[index] = end.Ending;
        Times[index] = end.Time;
        end.State.CopyTo(States.AsSpan(index * Dimension, Dimension));
        end.EventTimes.CopyTo(EventTimes.AsSpan(index * EventCount, EventCount));
    }
}
