using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// Knows in every lane on which side of zero the event components are, finds where trial steps take one across, and remembers when each fired first. The rules are those
/// of <see cref="EventMonitor"/>.
/// </summary>
/// <remarks>
/// A step is looked at in four places on the cubic that meets both ends and their slopes. That is less than the pair's own interpolant, but only has to say whether an
/// event is near: <see cref="LaneApproach{T}"/> finds its time by steps.
/// </remarks>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneEvents<T, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TEvents : struct, IEnsembleEvents
{
    private const int Places = 4, Bisections = 6;

    private readonly TEvents events;
    private readonly T[] cubic;
    private readonly T[] state;
    private readonly T[] passing;
    private readonly T[] looks;
    private readonly T[] probe;

    public LaneEvents(TEvents events, int dimension)
    {
        this.events = events;
        (cubic, state) = (new T[3 * dimension], new T[dimension]);
        (Sides, Values, Times) = (new T[events.Count], new T[events.Count], new T[events.Count]);
        (passing, probe, looks) = (new T[events.Count], new T[events.Count], new T[Places * events.Count]);
    }

    /// <summary>The side of each component at the state: -1, 1, or 0 on zero.</summary>
    public T[] Sides { get; }

    /// <summary>The value of each component at the state.</summary>
    public T[] Values { get; }

    /// <summary>When each component fired first; infinite if it has not.</summary>
    public T[] Times { get; }

    /// <summary>Takes sides and values at a state; nothing fires there.</summary>
    public void Begin(T time, ReadOnlySpan<T> at, ReadOnlySpan<T> parameters, double never)
    {
        events.Evaluate(time, at, parameters, Values);
        for (int c = 0; c < Sides.Length; c++)
            (Sides[c], Times[c]) = (Side(Values[c]), never);
    }

    /// <summary>The mask of the lanes in which a trial step takes some component across, and the first place in (0, 1] where it has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Find<TField>(LaneStepper<T, TField> stepper, in T time, in T size, out T found, out T place)
        where TField : struct, IEnsembleField
    {
        (found, place) = (default, 1);
        Look(stepper, time, size, out T isStaying);
        if (T.Bits(isStaying) == uint.MaxValue >> (32 - T.Count))
            return;
        Sides.CopyTo(passing, 0);
        T low = 0;
        for (int i = 1; i <= Places; i++)
        {
            T here = i * (1.0 / Places);
            ReadOnlySpan<T> values = looks.AsSpan((i - 1) * Sides.Length, Sides.Length);
            T crossed = HasCrossed(passing, values);
            place = T.Select(T.AndNot(crossed, found), here, place);
            found = T.Or(found, crossed);
            low = T.Select(found, low, here);
            for (int c = 0; c < passing.Length; c++)
                passing[c] = T.Select(found, passing[c], Side(values[c]));
        }

        if (T.Bits(found) != 0)
            Narrow(stepper, time, size, low, ref place);
    }

    /// <summary>Evaluates the components in all places.</summary>
    /// <param name="stepper">The stepper after a trial step.</param>
    /// <param name="time">Where it starts.</param>
    /// <param name="size">Its size.</param>
    /// <param name="isStaying">Receives the lanes in which every component stays on its side.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look<TField>(LaneStepper<T, TField> stepper, in T time, in T size, out T isStaying)
        where TField : struct, IEnsembleField
    {
        PrepareCubic(stepper, size);
        isStaying = T.AtMost(0, 1);
        for (int i = 1; i <= Places; i++)
        {
            T here = i * (1.0 / Places);
            Span<T> values = looks.AsSpan((i - 1) * Sides.Length, Sides.Length);
            // The end of the step is the state that would be kept, and not its interpolated neighbour.
            if (i < Places)
                Interpolate(stepper.State, here);
            events.Evaluate(T.MultiplyAdd(here, size, time), i < Places ? state : stepper.Next, stepper.Parameters, values);
            for (int c = 0; c < values.Length; c++)
                isStaying = T.And(isStaying, T.Greater(values[c] * Sides[c], 0));
        }
    }

    /// <summary>The mask of the lanes that the last trial step, if kept, would leave on zero exactly, where a jump's side is undecided.</summary>
    public T LandsOnZero()
    {
        T lands = default;
        for (int c = 0; c < Sides.Length; c++)
            lands = T.Or(lands, T.AndNot(T.AtMost(T.Abs(End(c)), 0), T.AtMost(T.Abs(Sides[c]), 0)));
        return lands;
    }

    /// <summary>How far behind the last trial step, in units of its size, a component would cross if it went on as a parabola; infinity if none would.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T DistanceBehind()
    {
        T nearest = double.PositiveInfinity;
        for (int c = 0; c < Sides.Length; c++)
        {
            // Differences at the places 1/2, 3/4 and 1 give slope and curvature at 1.
            T half = looks[Sides.Length + c], end = End(c), before = looks[(2 * Sides.Length) + c];
            T slope = 2 * ((3 * end) - (4 * before) + half);
            T curvature = 16 * (end - (2 * before) + half);
            T root = T.Sqrt(T.Maximum(0, (slope * slope) - (2 * curvature * end)));
            T distance = -2 * end / (slope + T.Select(T.Greater(0, slope), -root, root));
            T counts = T.And(T.Greater(distance, 0), Counts(c, Sides[c]));
            nearest = T.Select(T.And(counts, T.Greater(nearest, distance)), distance, nearest);
        }

        return nearest;
    }

    /// <summary>Moves the lanes of a mask to the end of the last trial step, and notes the events on the way.</summary>
    /// <param name="kept">The lanes whose step is kept.</param>
    /// <param name="time">Where the step starts.</param>
    /// <param name="size">Its size.</param>
    /// <param name="fired">The lanes in which a component fired.</param>
    /// <param name="place">Where in the step the first terminal component fired.</param>
    /// <returns>The lanes in which a terminal component fired.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T MoveTo(in T kept, in T time, in T size, out T fired, out T place)
    {
        T terminal = default;
        (fired, place) = (default, 1);
        for (int c = 0; c < Sides.Length; c++)
        {
            T crossed = T.And(kept, HasCrossed(c, Sides[c], End(c)));
            // The crossing step is so short that the value is linear in it.
            T where = Values[c] / (Values[c] - End(c));
            T isFirst = T.AtMost(double.MaxValue, T.Abs(Times[c]));
            Times[c] = T.Select(T.And(crossed, isFirst), T.MultiplyAdd(where, size, time), Times[c]);
            fired = T.Or(fired, crossed);
            if (events.IsTerminal(c))
            {
                terminal = T.Or(terminal, crossed);
                place = T.Select(crossed, T.Minimum(where, place), place);
            }

            Values[c] = T.Select(kept, End(c), Values[c]);
            Sides[c] = T.Select(kept, Side(End(c)), Sides[c]);
        }

        return terminal;
    }

    private T End(int component) => looks[((Places - 1) * Sides.Length) + component];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Side(T value) => T.Step(value) - T.Step(-value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Narrow<TField>(LaneStepper<T, TField> stepper, in T time, in T size, T low, ref T high)
        where TField : struct, IEnsembleField
    {
        for (int i = 0; i < Bisections; i++)
        {
            T middle = 0.5 * (low + high);
            Interpolate(stepper.State, middle);
            events.Evaluate(T.MultiplyAdd(middle, size, time), state, stepper.Parameters, probe);
            T crossed = HasCrossed(passing, probe);
            high = T.Select(crossed, middle, high);
            low = T.Select(crossed, low, middle);
        }
    }

    /// <summary>The coefficients of <see cref="NestedPolynomial"/> up to the cubic.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PrepareCubic<TField>(LaneStepper<T, TField> stepper, in T size)
        where TField : struct, IEnsembleField
    {
        for (int i = 0; i < state.Length; i++)
        {
            T increment = stepper.Next[i] - stepper.State[i];
            T start = (size * stepper.Slope[i]) - increment;
            cubic[3 * i] = increment;
            cubic[(3 * i) + 1] = start;
            cubic[(3 * i) + 2] = increment - (size * stepper.NextSlope[i]) - start;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Interpolate(T[] origin, T place)
    {
        T rest = 1 - place;
        for (int i = 0; i < state.Length; i++)
        {
            T value = T.MultiplyAdd(cubic[(3 * i) + 2], place, cubic[(3 * i) + 1]);
            state[i] = T.MultiplyAdd(T.MultiplyAdd(value, rest, cubic[3 * i]), place, origin[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T HasCrossed(ReadOnlySpan<T> from, ReadOnlySpan<T> values)
    {
        T crossed = default;
        for (int c = 0; c < values.Length; c++)
            crossed = T.Or(crossed, HasCrossed(c, from[c], values[c]));
        return crossed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T HasCrossed(int component, T side, T value) => T.And(Counts(component, side), T.AtMost(value * side, 0));

    /// <summary>The lanes whose side can be left in the counted direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Counts(int component, T side) => events.Direction(component) switch
    {
        EventDirection.Falling => T.Greater(side, 0),
        EventDirection.Rising => T.Greater(0, side),
        _ => T.Greater(T.Abs(side), 0),
    };
}
