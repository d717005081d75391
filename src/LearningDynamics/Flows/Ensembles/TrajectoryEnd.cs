namespace LearningDynamics.Flows.Ensembles;

/// <summary>Why a trajectory of an ensemble ended.</summary>
public enum TrajectoryEnding
{
    /// <summary>It reached the problem's end.</summary>
    ReachedEnd,

    /// <summary>It rests where it started, by the word of <see cref="TrajectoryStart"/>.</summary>
    AtRest,

    /// <summary>A terminal event happened.</summary>
    TerminalEvent,

    /// <summary>It failed: the trial steps ran out. If the steps are small although the solution is smooth, the problem is stiff for an explicit method; else raise MaximumSteps.</summary>
    TooManySteps,

    /// <summary>It failed: the step fell below the spacing of doubles. The solution may blow up, the field may jump where no event is declared, or be not finite there.</summary>
    StepVanished,
}

/// <summary>How one trajectory of an ensemble ended. Valid during the call that hands it over; copy what is to be kept.</summary>
/// <param name="index">Which trajectory.</param>
/// <param name="ending">Why it ended.</param>
/// <param name="time">The time reached.</param>
/// <param name="state">The state there.</param>
/// <param name="parameters">The trajectory's parameters.</param>
/// <param name="eventTimes">The first time of every event component.</param>
/// <param name="steps">The trial steps, kept or thrown away.</param>
public readonly ref struct TrajectoryEnd(
    long index, TrajectoryEnding ending, double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, ReadOnlySpan<double> eventTimes, int steps)
{
    /// <summary>Which trajectory, from 0.</summary>
    public long Index { get; } = index;

    /// <summary>Why it ended.</summary>
    public TrajectoryEnding Ending { get; } = ending;

    /// <summary>Whether the trajectory came to its proper end; if not, <see cref="Time"/> and <see cref="State"/> say where it stopped.</summary>
    public bool Succeeded => Ending <= TrajectoryEnding.TerminalEvent;

    /// <summary>The time reached: the problem's end, the time of the terminal event, or where it failed.</summary>
    public double Time { get; } = time;

    /// <summary>The state at <see cref="Time"/>.</summary>
    public ReadOnlySpan<double> State { get; } = state;

    /// <summary>The parameters of the trajectory.</summary>
    public ReadOnlySpan<double> Parameters { get; } = parameters;

    /// <summary>The first time at which each event component fired; infinity (negative for a backward flow) if it never did.</summary>
    public ReadOnlySpan<double> EventTimes { get; } = eventTimes;

    /// <summary>The trial steps, kept or thrown away.</summary>
    public int Steps { get; } = steps;
}

/// <summary>Takes the end of a trajectory. It is called once a trajectory, in no particular order and from several threads at once.</summary>
/// <param name="end">How the trajectory ended.</param>
public delegate void TrajectoryReceiver(in TrajectoryEnd end);
