using LearningDynamics.Flows;

namespace LearningDynamics.Experiments;

/// <summary>A finished integration, read through the experiment's own state type.</summary>
/// <typeparam name="TState">The typed state: <c>State&lt;double&gt;</c> or <c>double[]</c>.</typeparam>
public sealed class FlowRun<TState>
{
    private readonly FlowSolution solution;
    private readonly StateReader<TState> read;
    private readonly double[] components;

    internal FlowRun(FlowSolution solution, StateReader<TState> read)
    {
        this.solution = solution;
        this.read = read;
        components = new double[solution.Dimension];
    }

    /// <summary>The time at which the integration ended: the horizon, or that of a terminal event.</summary>
    public double End => solution.End;

    /// <summary>The state at the end.</summary>
    public TState Final => At(solution.End);

    /// <summary>The events that happened, in order of time.</summary>
    public IReadOnlyList<FlowEventOccurrence> Events => solution.Events;

    /// <summary>How much work the integration was.</summary>
    public FlowStatistics Statistics => solution.Statistics;

    /// <summary>The state at a time. After a terminal event the state stays as it was there.</summary>
    /// <param name="time">A time from 0 to the horizon.</param>
    public TState At(double time)
    {
        solution.Evaluate(Math.Min(time, solution.End), components);
        return read(components);
    }

    /// <summary>When an event first happened, or null where it never did.</summary>
    /// <param name="eventName">The name of the method with the <see cref="EventAttribute"/>.</param>
    public double? FirstTime(string eventName) => solution.FirstTime(eventName);

    /// <summary>The first time at which a function of the state is at least 0, or null where it never is.</summary>
    /// <param name="function">A continuous function of the state.</param>
    public double? FirstRise(Func<TState, double> function) =>
        function(At(0)) >= 0 ? 0 : solution.FirstCrossing((_, state) => function(read(state)));
}
