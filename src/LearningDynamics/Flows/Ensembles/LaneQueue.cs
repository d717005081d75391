using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// The trajectories that wait to be integrated: taken from the shared supply in blocks, asked for their starts, and prepared (first slope, first step, sides of events) a vector at a time.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneQueue<T, TField, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    private readonly EnsembleProblem<TField, TEvents> problem;
    private readonly FlowOptions options;
    private readonly TrajectorySupply supply;
    private readonly TrajectoryOutlet<T> outlet;
    private readonly double never;
    private readonly double[] state;
    private readonly double[] parameters;
    private readonly double[] noEvents;
    private readonly long[] indices = new long[T.Count];
    private long next;
    private long blockEnd;
    private int taken;
    private int count;

    public LaneQueue(EnsembleProblem<TField, TEvents> problem, FlowOptions options, TrajectorySupply supply, TrajectoryOutlet<T> outlet)
    {
        (this.problem, this.options, this.supply, this.outlet) = (problem, options, supply, outlet);
        never = problem.End >= problem.Start ? double.PositiveInfinity : double.NegativeInfinity;
        state = new double[problem.Field.Dimension];
        parameters = new double[problem.Field.ParameterCount];
        noEvents = [.. Enumerable.Repeat(never, problem.Events.Count)];
        Stepper = new(problem.Field, options.Pair.Tableau, new(options.RelativeTolerance, options.AbsoluteTolerance));
        Events = new(problem.Events, Stepper);
    }

    /// <summary>The waiting trajectories' states, slopes and parameters.</summary>
    public LaneStepper<T, TField> Stepper { get; }

    /// <summary>Their sides.</summary>
    public LaneEvents<T, TField, TEvents> Events { get; }

    /// <summary>Their times, first steps and counts of steps.</summary>
    public LaneMemory<T> Clock { get; } = new(3);

    /// <summary>Takes the next trajectory.</summary>
    /// <param name="slot">The lane in which it waits.</param>
    /// <param name="index">Which it is.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out int slot, out long index)
    {
        if (taken == count)
            Prepare();
        if (count == 0)
        {
            (slot, index) = (-1, -1);
            return false;
        }

        (slot, index) = (taken, indices[taken]);
        taken++;
        return true;
    }

    private void Prepare()
    {
        (taken, count) = (0, 0);
        while (count < T.Count && TryStart(out long index))
        {
            indices[count] = index;
            LaneArray.Write<T>(state, Stepper.State, count);
            LaneArray.Write<T>(parameters, Stepper.Parameters, count);
            count++;
        }

        // Lanes left over compute along with what they held before.
        if (count == 0)
            return;
        T time = problem.Start;
        Stepper.EvaluateSlope(time);
        Events.Begin(time, never);
        T step = options.InitialStep is { } size ? size : Stepper.ChooseStep(time, problem.End - problem.Start);
        (Clock[0], Clock[1], Clock[2]) = (time, step, 0);
    }

    /// <summary>Asks for starts until a trajectory moves; those at rest end at once.</summary>
    private bool TryStart(out long index)
    {
        while (next < blockEnd || supply.TryTakeBlock(out next, out blockEnd))
        {
            index = next++;
            bool moves = problem.Begin(index, state, parameters);
            RequireFinite(index, state, "initial state");
            RequireFinite(index, parameters, "parameters");
            if (moves && problem.Start != problem.End)
                return true;
            outlet.HandOver(new(index, moves ? TrajectoryEnding.ReachedEnd : TrajectoryEnding.AtRest, problem.Start, state, parameters, noEvents, steps: 0));
        }

        index = -1;
        return false;
    }

    private static void RequireFinite(long index, ReadOnlySpan<double> values, string what)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(FormattableString.Invariant($"Number {i} of the {what} of trajectory {index} is {values[i]}; it must be finite."));
        }
    }
}
