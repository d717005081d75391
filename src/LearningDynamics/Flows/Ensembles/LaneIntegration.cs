using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// The loop of one thread: all lanes make a trial step at once, each its own; those that are done hand over their end and are filled with the next trajectory. The decisions are
/// those of <see cref="FlowIntegration{TField}"/>, lane by lane.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneIntegration<T, TField, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    private readonly FlowOptions options;
    private readonly double end;
    private readonly double sign;
    private readonly LaneStepper<T, TField> stepper;
    private readonly LaneController<T> controller;
    private readonly LaneEvents<T, TEvents> events;
    private readonly LaneApproach<T> approach = new();
    private readonly LaneQueue<T, TField, TEvents> queue;
    private readonly TrajectoryOutlet<T> outlet;
    private readonly bool hasEvents;

    // Of every lane: the time, the size of the next step without sign, the number of trial steps, and whether there is a trajectory in it.
    private readonly T[] clock = new T[3];
    private readonly long[] indices = new long[T.Count];
    private uint busy;

    public LaneIntegration(EnsembleProblem<TField, TEvents> problem, FlowOptions options, LaneQueue<T, TField, TEvents> queue, TrajectoryOutlet<T> outlet)
    {
        this.options = options;
        (this.queue, this.outlet) = (queue, outlet);
        end = problem.End;
        sign = Math.Sign(problem.End - problem.Start);
        ButcherTableau tableau = options.Pair.Tableau;
        stepper = new(problem.Field, tableau, new(options.RelativeTolerance, options.AbsoluteTolerance));
        controller = new(tableau);
        events = new(problem.Events, problem.Field.Dimension);
        hasEvents = problem.Events.Count > 0;
    }

    /// <summary>Integrates trajectories until there are no more.</summary>
    public void Run(CancellationToken cancellation)
    {
        for (int lane = 0; lane < T.Count; lane++)
            Refill(lane);
        while (busy != 0)
        {
            cancellation.ThrowIfCancellationRequested();
            TryStep();
        }
    }

    private void TryStep()
    {
        (T time, T step) = (clock[0], clock[1]);
        (T size, T target) = LimitStep(time, step, out T isLast);
        T magnitude = T.Abs(size);
        stepper.Attempt(time, size, out T error);
        T isFinite = T.AtMost(error, double.MaxValue);
        T place = default, crossing = default;
        if (hasEvents)
            events.Find(stepper, time, size, out crossing, out place);
        crossing = T.And(isFinite, crossing);


        T stopped = T.AndNot(crossing, approach.MayCross(magnitude));
        T tooLarge = T.AndNot(T.And(isFinite, T.Greater(error, 1)), stopped);
        T accepted = T.AndNot(T.And(isFinite, T.AtMost(error, 1)), stopped);
        bool isEventful = hasEvents && T.Bits(T.Or(crossing, approach.Active)) != 0;
        T again = isEventful ? approach.TryPastZero(T.And(T.And(crossing, accepted), events.LandsOnZero())) : default;
        accepted = T.AndNot(accepted, again);

        controller.Propose(magnitude, error, accepted, tooLarge, out T next);
        next = T.Select(isFinite, next, magnitude * 0.25);
        next = T.Select(again, 2 * magnitude, next);
        if (isEventful)
        {
            next = T.Select(stopped, approach.StopShort(stopped, time, magnitude, place, stepper.Speed()), next);
            T kept = T.AndNot(T.And(accepted, approach.Active), crossing);
            next = T.Select(kept, approach.After(kept, magnitude, events.DistanceBehind(), next), next);
        }

        T terminal = hasEvents ? Move(accepted, time, size, ref target, ref next) : Move(accepted);
        clock[0] = T.Select(accepted, target, time);
        clock[1] = next;
        clock[2] += 1;
        Finish(T.And(accepted, isLast), terminal, T.AtMost(magnitude, 0));
    }

    /// <summary>The steps to try, cut at their limits, and the times that they lead to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (T Size, T Target) LimitStep(in T time, in T step, out T isLast)
    {
        T largest = options.MaximumStep ?? double.PositiveInfinity;
        T limit = T.Minimum(step, largest), remaining = end - time;

        // A last step of a sliver would be wasteful; but near an event the sizes mean what they say.
        T reach = T.Select(approach.Active, limit, T.Minimum(1.01 * limit, largest));
        isLast = T.AtMost(T.Abs(remaining), reach);
        T target = T.Select(isLast, end, T.MultiplyAdd(sign, limit, time));
        return (target - time, target);
    }

    private T Move(in T accepted)
    {
        stepper.Advance(accepted);
        return default;
    }

    /// <summary>Moves the accepted lanes past their events; where one fired and the flow goes on, it starts anew.</summary>
    private T Move(in T accepted, in T time, in T size, ref T target, ref T next)
    {
        T terminal = events.MoveTo(accepted, time, size, out T fired, out T place);
        if (T.Bits(fired) == 0)
        {
            stepper.Advance(accepted);
            return terminal;
        }

        for (int i = 0; i < stepper.Next.Length; i++)
            stepper.Next[i] = T.Select(terminal, T.MultiplyAdd(place, stepper.Next[i] - stepper.State[i], stepper.State[i]), stepper.Next[i]);
        target = T.Select(terminal, T.MultiplyAdd(place, size, time), target);
        stepper.Advance(accepted);
        approach.End(fired);
        controller.Reset(fired);
        if (T.Bits(T.AndNot(fired, terminal)) != 0)
            next = T.Select(fired, stepper.ChooseStep(target, end - target), next);
        return terminal;
    }

    private void Finish(in T atEnd, in T terminal, in T vanished)
    {
        T exhausted = T.AtMost(options.MaximumSteps, clock[2]);
        uint done = busy & T.Bits(T.Or(T.Or(atEnd, terminal), T.Or(vanished, exhausted)));
        if (done == 0)
            return;
        (uint ended, uint stopped, uint stuck) = (T.Bits(atEnd), T.Bits(terminal), T.Bits(vanished));
        for (int lane = 0; lane < T.Count; lane++)
        {
            uint bit = 1u << lane;
            if ((done & bit) == 0)
                continue;
            TrajectoryEnding ending = (stopped & bit) != 0 ? TrajectoryEnding.TerminalEvent
                : (ended & bit) != 0 ? TrajectoryEnding.ReachedEnd
                : (stuck & bit) != 0 ? TrajectoryEnding.StepVanished
                : TrajectoryEnding.TooManySteps;
            outlet.HandOver(indices[lane], ending, lane, clock, stepper.State, stepper.Parameters, events.Times);
            Refill(lane);
        }
    }

    private void Refill(int lane)
    {
        busy &= ~(1u << lane);
        if (!queue.TryTake(out int slot, out long index))
            return;
        indices[lane] = index;
        LaneArray.Copy<T>(queue.Stepper.State, slot, stepper.State, lane);
        LaneArray.Copy<T>(queue.Stepper.Slope, slot, stepper.Slope, lane);
        LaneArray.Copy<T>(queue.Stepper.Parameters, slot, stepper.Parameters, lane);
        LaneArray.Copy<T>(queue.Events.Sides, slot, events.Sides, lane);
        LaneArray.Copy<T>(queue.Events.Values, slot, events.Values, lane);
        LaneArray.Copy<T>(queue.Events.Times, slot, events.Times, lane);
        LaneArray.Copy<T>(queue.Clock, slot, clock, lane);
        controller.Reset(lane);
        approach.End(LaneMask<T>.Of(lane));
        busy |= 1u << lane;
    }
}
