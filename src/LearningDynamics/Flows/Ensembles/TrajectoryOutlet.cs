using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>Hands the ends of one thread's trajectories to the caller, and counts them.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class TrajectoryOutlet<T>(TrajectoryReceiver receiver, int dimension, int parameterCount, int eventCount)
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private readonly double[] state = new double[dimension];
    private readonly double[] parameters = new double[parameterCount];
    private readonly double[] eventTimes = new double[eventCount];

    /// <summary>The trajectories so far.</summary>
    public long Count { get; private set; }

    /// <summary>Those of them that failed.</summary>
    public long Failed { get; private set; }

    /// <summary>Their trial steps.</summary>
    public long Steps { get; private set; }

    /// <summary>Hands over one lane.</summary>
    public void HandOver(long index, TrajectoryEnding ending, int lane, Span<T> clock, ReadOnlySpan<T> states, ReadOnlySpan<T> parameterSets, ReadOnlySpan<T> times)
    {
        LaneArray.Read(states, lane, state);
        LaneArray.Read(parameterSets, lane, parameters);
        LaneArray.Read(times, lane, eventTimes);
        HandOver(new(index, ending, LaneArray.At(clock, 0, lane), state, parameters, eventTimes, (int)LaneArray.At(clock, 2, lane)));
    }

    /// <summary>Hands over a trajectory.</summary>
    public void HandOver(in TrajectoryEnd end)
    {
        Count++;
        Failed += end.Succeeded ? 0 : 1;
        Steps += end.Steps;
        receiver(end);
    }
}
