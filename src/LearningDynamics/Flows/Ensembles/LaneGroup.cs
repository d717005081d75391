using System.Numerics;
using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// Lanes that make a trial step at once, each its own; those that are done hand over their end and are filled with the next trajectory. The decisions are
/// those of <see cref="FlowIntegration{TField}"/>, lane by lane.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneGroup<T, TField, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    private readonly FlowOptions options;
    private readonly double end;
    private readonly double sign;
    private readonly LaneStepper<T, TField> stepper;
    private readonly LaneController<T> controller;
    private readonly LaneEvents<T, TField, TEvents> events;
    private readonly LaneApproach<T> approach = new();
    private readonly LaneQueue<T, TField, TEvents> queue;
    private readonly TrajectoryOutlet<T> outlet;
    private readonly bool hasEvents;
    private readonly bool hasJumps;

    // Of every lane: the time, the size of the next step without sign, the number of trial steps, and whether there is a trajectory in it.
    private readonly LaneMemory<T> clock = new(3);
    private readonly long[] indices = new long[T.Count];

    // Of the present trial step: its signed size, where it leads to, whether that is the end, and its error.
    private readonly LaneMemory<T> trial = new(4);
    private uint busy;

    public LaneGroup(EnsembleProblem<TField, TEvents> problem, FlowOptions options, LaneQueue<T, TField, TEvents> queue, TrajectoryOutlet<T> outlet)
    {
        this.options = options;
        (this.queue, this.outlet) = (queue, outlet);
        end = problem.End;
        sign = Math.Sign(problem.End - problem.Start);
        ButcherTableau tableau = options.Pair.Tableau;
        stepper = new(problem.Field, tableau, new(options.RelativeTolerance, options.AbsoluteTolerance));
        controller = new(tableau);
        events = new(problem.Events, stepper);
        hasEvents = problem.Events.Count > 0;
        hasJumps = events.HaveJumps;
    }

    /// <summary>Whether some lane has a trajectory.</summary>
    public bool IsBusy => busy != 0;

    /// <summary>Takes the first trajectories.</summary>
    public void Fill()
    {
        for (int lane = 0; lane < T.Count; lane++)
            Refill(lane);
    }

    private ref T Time => ref clock[0];

    private ref T NextSize => ref clock[1];

    private ref T Size => ref trial[0];

    private ref T Target => ref trial[1];

    private ref T IsLast => ref trial[2];

    private ref T Error => ref trial[3];

    /// <summary>Begins trial steps: chooses their sizes, cut at their limits, and the times that they lead to.</summary>
    public void BeginStep()
    {
        T time = Time, largest = options.MaximumStep ?? double.PositiveInfinity;
        T limit = T.Minimum(NextSize, largest), remaining = end - time;

        // A last step of a sliver would be wasteful; but near an event the sizes mean what they say.
        T reach = T.Select(approach.Active, limit, T.Minimum(1.01 * limit, largest));
        T isLast = T.AtMost(T.Abs(remaining), reach), target = T.Select(isLast, end, T.MultiplyAdd(sign, limit, time));
        (IsLast, Target, Size) = (isLast, target, target - time);
    }

    /// <summary>Computes one stage of the trial steps.</summary>
    public void TakeStage(int stage) => stepper.TakeStage(stage, Time, Size);

    /// <summary>Keeps the steps that are accurate enough and cross no jump, and chooses the next sizes.</summary>
    public void EndStep()
    {
        stepper.Estimate(Size, out Error);
        bool areStaying = !hasEvents || events.AreStaying(Time, Size, Target);
        if (hasJumps && !(areStaying && T.Bits(approach.Active) == 0))
            SettleNearJumps();
        else
            Settle(areStaying);
    }

    /// <summary>No jump is near; smooth events may be crossed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Settle(bool areStaying)
    {
        T error = Error, time = Time, magnitude = T.Abs(Size);
        T isFinite = T.AtMost(error, double.MaxValue), accepted = T.AtMost(error, 1), terminal = default;
        controller.Propose(magnitude, error, accepted, T.AndNot(isFinite, accepted), out NextSize);
        NextSize = T.Select(isFinite, NextSize, magnitude * 0.25);
        Time = T.Select(accepted, Target, time);
        if (areStaying)
            stepper.Advance(accepted);
        else
            Pass(accepted, time, out terminal);
        Finish(T.And(accepted, IsLast), terminal, T.AtMost(magnitude, 0));
    }

    /// <summary>Some lanes are near a jump.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SettleNearJumps()
    {
        T error = Error, time = Time, magnitude = T.Abs(Size), isFinite = T.AtMost(error, double.MaxValue);
        events.FindJump(time, Size, Target, out T crossing, out T place);
        crossing = T.And(isFinite, crossing);

        T stopped = T.AndNot(crossing, approach.MayCross(magnitude));
        T isGood = T.Or(T.AtMost(error, 1), T.And(isFinite, approach.IsShortest(time, magnitude)));
        T accepted = T.AndNot(isGood, stopped), tooLarge = T.AndNot(T.AndNot(isFinite, isGood), stopped);
        T again = approach.TryPastZero(T.And(T.And(crossing, accepted), events.LandsOnZero()));
        accepted = T.AndNot(accepted, again);

        controller.Propose(magnitude, T.Select(accepted, T.Minimum(error, 1), error), accepted, tooLarge, out T next);
        next = T.Select(isFinite, next, magnitude * 0.25);
        next = T.Select(again, 2 * magnitude, next);
        next = T.Select(stopped, approach.StopShort(stopped, time, magnitude, place, stepper.Speed()), next);
        T kept = T.AndNot(T.And(accepted, approach.Active), crossing);
        next = T.Select(kept, approach.After(kept, magnitude, events.DistanceBehind(), next), next);

        (Time, NextSize) = (T.Select(accepted, Target, time), next);
        Pass(accepted, time, out T terminal);
        Finish(T.And(accepted, IsLast), terminal, T.AtMost(magnitude, 0));
    }

    /// <summary>Moves the accepted lanes past their events: to the first terminal one, and where the field may have jumped the flow starts anew.</summary>
    private void Pass(in T accepted, in T time, out T terminal)
    {
        events.MoveTo(accepted, time, Size, Target, out T jumped, out terminal, out T place);
        if (T.Bits(terminal) != 0)
        {
            events.EndAt(terminal, place);
            Time = T.Select(terminal, LaneTime.At(place, time, Size, Target), Time);
        }

        stepper.Advance(accepted);
        if (T.Bits(jumped) == 0)
            return;
        approach.End(jumped);
        controller.Reset(jumped);
        if (T.Bits(T.AndNot(jumped, terminal)) != 0)
            NextSize = T.Select(jumped, stepper.ChooseStep(Time, end - Time), NextSize);
    }

    /// <summary>Hands over the trajectories that have ended, and takes others.</summary>
    private void Finish(in T atEnd, in T terminal, in T vanished)
    {
        clock[2] += 1;
        T exhausted = T.AtMost(options.MaximumSteps, clock[2]);
        uint done = busy & T.Bits(T.Or(T.Or(atEnd, terminal), T.Or(vanished, exhausted)));
        if (done == 0)
            return;
        (uint ended, uint stopped, uint stuck) = (T.Bits(atEnd), T.Bits(terminal), T.Bits(vanished));
        for (uint rest = done; rest != 0; rest &= rest - 1)
        {
            int lane = BitOperations.TrailingZeroCount(rest);
            uint bit = 1u << lane;
            TrajectoryEnding ending = (stopped & bit) != 0 ? TrajectoryEnding.TerminalEvent
                : (ended & bit) != 0 ? TrajectoryEnding.ReachedEnd
                : (stuck & bit) != 0 ? TrajectoryEnding.StepVanished
                : TrajectoryEnding.TooManySteps;
            outlet.HandOver(indices[lane], ending, lane, clock.Span, stepper.State, stepper.Parameters, events.Times.Span);
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
        LaneArray.Copy<T>(queue.Events.Sides.Span, slot, events.Sides.Span, lane);
        LaneArray.Copy<T>(queue.Events.Times.Span, slot, events.Times.Span, lane);
        LaneArray.Copy<T>(queue.Clock.Span, slot, clock.Span, lane);
        controller.Reset(lane);
        approach.End(LaneMask<T>.Of(lane));
        busy |= 1u << lane;
    }
}
