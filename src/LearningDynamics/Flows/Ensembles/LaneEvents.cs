using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// Knows in every lane on which side of zero the event components are, finds where trial steps take one across, and remembers when each fired first. The rules are those
/// of <see cref="EventMonitor"/>.
/// </summary>
/// <remarks>Where the field may jump at an event, this finds about where it is, and <see cref="LaneApproach{T}"/> walks up to it; where the field is smooth, <see cref="LaneCrossing{T, TField, TEvents}"/> finds its time inside the step.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneEvents<T, TField, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    private const int Bisections = 6;

    private readonly TEvents events;
    private readonly LaneStepper<T, TField> stepper;
    private readonly LaneLooks<T, TEvents> looks;
    private readonly LaneCrossing<T, TField, TEvents> crossing;
    private readonly EventDirection[] directions;
    private readonly bool[] isTerminal;
    private readonly bool[] isSmooth;
    private readonly LaneMemory<T> places;
    private readonly LaneMemory<T> passing;
    private readonly LaneMemory<T> probe;
    private readonly LaneMemory<T> ends;
    private T endsSmoothly;

    public LaneEvents(TEvents events, LaneStepper<T, TField> stepper)
    {
        (this.events, this.stepper) = (events, stepper);
        int[] components = [.. Enumerable.Range(0, events.Count)];
        directions = Array.ConvertAll(components, events.Direction);
        isTerminal = Array.ConvertAll(components, events.IsTerminal);
        isSmooth = Array.ConvertAll(components, c => events.IsSmooth(c));
        (Sides, Times) = (new(events.Count), new(events.Count));
        (places, passing, probe) = (new(events.Count), new(events.Count), new(events.Count));
        ends = new(stepper.State.Length);
        looks = new(events, stepper.State.Length);
        crossing = new(events, stepper);
    }

    /// <summary>The side of each component at the state: -1, 1, or 0 on zero.</summary>
    public LaneMemory<T> Sides { get; }

    /// <summary>When each component fired first; infinite if it has not.</summary>
    public LaneMemory<T> Times { get; }

    /// <summary>Takes the sides at a state; nothing fires there.</summary>
    public void Begin(T time, double never)
    {
        events.Evaluate(time, stepper.State, stepper.Parameters, probe.Span);
        for (int c = 0; c < Sides.Length; c++)
            (Sides[c], Times[c]) = (EventSides.Of(probe[c]), never);
    }

    /// <summary>Whether the field may jump at some component.</summary>
    public bool HaveJumps => Array.Exists(isSmooth, static smooth => !smooth);

    /// <summary>Looks at the last trial step, and tells whether it leaves every component on its side in all lanes.</summary>
    public bool AreStaying(in T start, in T size, in T target) => looks.AreStaying(stepper, start, size, target, Sides.Span);

    /// <summary>The mask of the lanes in which the trial step takes a component across at which the field may jump, and the first place in (0, 1] where it has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void FindJump(in T start, in T size, in T target, out T found, out T place)
    {
        (found, place) = (default, 1);
        Sides.Span.CopyTo(passing.Span);
        T low = 0;
        for (int i = 1; i <= LaneLooks<T, TEvents>.Places; i++)
        {
            T here = i * (1.0 / LaneLooks<T, TEvents>.Places);
            T crossed = Jumps(passing, looks.At(i));
            place = T.Select(T.AndNot(crossed, found), here, place);
            found = T.Or(found, crossed);
            low = T.Select(found, low, here);
            for (int c = 0; c < passing.Length; c++)
                passing[c] = T.Select(found, passing[c], EventSides.Of(looks.At(i)[c]));
        }

        if (T.Bits(found) != 0)
            Narrow(start, size, target, low, ref place);
    }

    /// <summary>The mask of the lanes that the last trial step, if kept, would leave on the zero of a jump exactly, where its side is undecided.</summary>
    public T LandsOnZero()
    {
        T lands = default;
        for (int c = 0; c < Sides.Length; c++)
        {
            if (!isSmooth[c])
                lands = T.Or(lands, T.AndNot(T.AtMost(T.Abs(looks.End[c]), 0), T.AtMost(T.Abs(Sides[c]), 0)));
        }

        return lands;
    }

    /// <summary>How far behind the last trial step, in units of its size, a jump would be crossed if its component went on as a parabola; infinity if none would.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T DistanceBehind()
    {
        T nearest = double.PositiveInfinity;
        for (int c = 0; c < Sides.Length; c++)
        {
            if (isSmooth[c])
                continue;
            // Differences at the places 1/2, 3/4 and 1 give slope and curvature at 1.
            T half = looks.At(2)[c], end = looks.End[c], before = looks.At(3)[c];
            T slope = 2 * ((3 * end) - (4 * before) + half);
            T curvature = 16 * (end - (2 * before) + half);
            T root = T.Sqrt(T.Maximum(0, (slope * slope) - (2 * curvature * end)));
            T distance = -2 * end / (slope + T.Select(T.Greater(0, slope), -root, root));
            T counts = T.And(T.Greater(distance, 0), EventSides.CanBeLeft(Sides[c], directions[c]));
            nearest = T.Select(T.And(counts, T.Greater(nearest, distance)), distance, nearest);
        }

        return nearest;
    }

    /// <summary>Moves the lanes of a mask to the end of the last trial step, and notes the events on the way.</summary>
    /// <param name="kept">The lanes whose step is kept.</param>
    /// <param name="start">The time at which the step starts.</param>
    /// <param name="size">Its signed size.</param>
    /// <param name="target">The time at which it ends.</param>
    /// <param name="jumped">The lanes in which a component fired at which the field may jump.</param>
    /// <param name="terminal">The lanes in which a terminal component fired.</param>
    /// <param name="place">Where in the step the first terminal component fired, else 1.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MoveTo(in T kept, in T start, in T size, in T target, out T jumped, out T terminal, out T place)
    {
        (jumped, terminal, place, endsSmoothly) = (default, default, 1, default);
        FindCrossings(kept, start, size, target);
        for (int c = 0; c < Sides.Length; c++)
        {
            if (!isTerminal[c])
                continue;
            T isEarliest = T.AtMost(places[c], place);
            terminal = T.Or(terminal, isEarliest);
            endsSmoothly = isSmooth[c] ? T.Or(endsSmoothly, isEarliest) : T.AndNot(endsSmoothly, isEarliest);
            place = T.Select(isEarliest, places[c], place);
        }

        for (int c = 0; c < Sides.Length; c++)
        {
            T fired = T.AtMost(places[c], place), isFirst = T.AtMost(double.MaxValue, T.Abs(Times[c]));
            Times[c] = T.Select(T.And(fired, isFirst), LaneTime.At(places[c], start, size, target), Times[c]);
            jumped = isSmooth[c] ? jumped : T.Or(jumped, fired);
            Sides[c] = T.Select(kept, EventSides.Of(looks.End[c]), Sides[c]);
        }
    }

    /// <summary>Ends the trial steps of the terminal lanes, which <see cref="MoveTo"/> has told, where they fired.</summary>
    public void EndAt(in T terminal, in T place)
    {
        if (T.Bits(endsSmoothly) != 0)
            crossing.Interpolate(place, ends.Span);
        Span<T> state = stepper.State, next = stepper.Next;
        T isInside = T.AndNot(terminal, T.AtMost(1, place));
        for (int i = 0; i < next.Length; i++)
        {
            T linear = T.MultiplyAdd(place, next[i] - state[i], state[i]);
            next[i] = T.Select(isInside, T.Select(endsSmoothly, ends[i], linear), next[i]);
        }
    }

    /// <summary>Finds where in the step each component fires: above 1 in the lanes in which it does not.</summary>
    private void FindCrossings(in T kept, in T start, in T size, in T target)
    {
        bool isPrepared = false, hasStart = false;
        for (int c = 0; c < places.Length; c++)
        {
            places[c] = 2;
            T mask = T.And(kept, isSmooth[c] ? Leaves(c) : EventSides.IsLeft(Sides[c], directions[c], looks.End[c]));
            if (T.Bits(mask) == 0)
                continue;
            if (isSmooth[c])
            {
                if (!isPrepared)
                    crossing.Begin(start, size, target);
                isPrepared = true;
                places[c] = crossing.Locate(c, directions[c], Sides[c], looks.End[c], mask);
                continue;
            }

            // The crossing step is so short that the value is linear in it.
            if (!hasStart)
                events.Evaluate(start, stepper.State, stepper.Parameters, probe.Span);
            hasStart = true;
            places[c] = T.Select(mask, probe[c] / (probe[c] - looks.End[c]), 2);
        }
    }

    /// <summary>The lanes in which a component is not on its side in one of the places.</summary>
    private T Leaves(int component)
    {
        T leaves = default;
        for (int i = 1; i <= LaneLooks<T, TEvents>.Places; i++)
            leaves = T.Or(leaves, T.AtMost(looks.At(i)[component] * Sides[component], 0));
        return leaves;
    }

    private T Jumps(LaneMemory<T> from, ReadOnlySpan<T> values)
    {
        T crossed = default;
        for (int c = 0; c < values.Length; c++)
            crossed = isSmooth[c] ? crossed : T.Or(crossed, EventSides.IsLeft(from[c], directions[c], values[c]));
        return crossed;
    }

    private void Narrow(in T start, in T size, in T target, T low, ref T high)
    {
        for (int i = 0; i < Bisections; i++)
        {
            T middle = 0.5 * (low + high);
            looks.Evaluate(stepper, start, size, target, middle, probe.Span);
            T crossed = Jumps(passing, probe.Span);
            high = T.Select(crossed, middle, high);
            low = T.Select(crossed, low, middle);
        }
    }
}
