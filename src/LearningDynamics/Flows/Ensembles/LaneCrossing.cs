using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>Finds where in kept steps a component crosses zero that leaves the field smooth: on the pair's own continuous extension, as exactly as a place in the step can be told.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneCrossing<T, TField, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    private const double Resolution = 4.440892098500626e-16;
    private const int Patience = 3, MaximumTrials = 200;

    private readonly LaneStepper<T, TField> stepper;
    private readonly LaneInterpolant<T, TField> interpolant;
    private readonly LaneMemory<T> state;
    private readonly LaneMemory<T> values;
    private TEvents events;
    private T start;
    private T size;
    private T target;

    public LaneCrossing(TEvents events, LaneStepper<T, TField> stepper)
    {
        (this.events, this.stepper) = (events, stepper);
        interpolant = new(stepper);
        (state, values) = (new(stepper.State.Length), new(events.Count));
    }

    /// <summary>Takes up the last trial step.</summary>
    public void Begin(in T from, in T length, in T to)
    {
        (start, size, target) = (from, length, to);
        interpolant.Begin(from, length);
    }

    /// <summary>The states at places in the step.</summary>
    public void Interpolate(T place, Span<T> result) => interpolant.Evaluate(place, result);

    /// <summary>The first places in (0, 1] at which a component has crossed; above 1 in the lanes in which it has not.</summary>
    /// <param name="component">The component.</param>
    /// <param name="direction">Its counted direction.</param>
    /// <param name="side">Its side at the start of the step.</param>
    /// <param name="end">Its value at the end of the step.</param>
    /// <param name="mask">The lanes to look at.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T Locate(int component, EventDirection direction, in T side, in T end, in T mask)
    {
        T from = side, isFound = default;
        (T low, T before) = (0, ValueAt(component, 0));
        (T high, T behind) = (1, default);
        for (int i = 1; i <= LaneLooks<T, TEvents>.Places; i++)
        {
            T here = i * (1.0 / LaneLooks<T, TEvents>.Places), value = i < LaneLooks<T, TEvents>.Places ? ValueAt(component, here) : end;
            T isHere = T.AndNot(T.And(mask, EventSides.IsLeft(from, direction, value)), isFound);
            (high, behind) = (T.Select(isHere, here, high), T.Select(isHere, value, behind));
            isFound = T.Or(isFound, isHere);
            (low, before) = (T.Select(isFound, low, here), T.Select(isFound, before, value));
            from = T.Select(isFound, from, EventSides.Of(value));
        }

        Narrow(component, from, isFound, new(low, before * from), new(high, behind * from), out T place);
        return T.Select(isFound, place, 2);
    }

    /// <summary>Encloses the zeros by the Illinois form of the false position method, until a place can be told no more exactly; the far ends have crossed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Narrow(int component, T side, T isOpen, Bound low, Bound high, out T place)
    {
        T width = 2;
        for (int i = 0; i < MaximumTrials && T.Bits(isOpen) != 0; i++)
        {
            T middle = 0.5 * (low.Place + high.Place), gap = high.Place - low.Place;
            T trial = T.MultiplyAdd(gap, low.Value / (low.Value - high.Value), low.Place);
            // A trial keeps a little off the ends: where one of them is the zero already, the other one comes as near.
            trial = T.Minimum(high.Place - Resolution, T.Maximum(low.Place + Resolution, trial));
            T isInside = T.And(T.Greater(trial, low.Place), T.Greater(high.Place, trial));
            if (i % Patience == Patience - 1)
            {
                // Steep or flat, a zero is left to halving where the enclosure has not more than halved by itself.
                T isSlow = T.AtMost(width, 2 * gap);
                isInside = T.AndNot(isInside, isSlow);
                width = T.Select(isSlow, 0.5 * gap, gap);
            }

            trial = T.Select(isInside, trial, middle);
            T value = ValueAt(component, trial) * side;
            T isBehind = T.And(isOpen, T.AtMost(value, 0)), isBefore = T.AndNot(isOpen, isBehind);
            (low, high) = (low.Moved(isBefore, trial, value, high.HasMoved), high.Moved(isBehind, trial, value, low.HasMoved));
            isOpen = T.AndNot(isOpen, T.Or(T.AtMost(T.Abs(high.Value), 0), T.AtMost(high.Place - low.Place, 2 * Resolution)));
        }

        place = high.Place;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T ValueAt(int component, T place)
    {
        interpolant.Evaluate(place, state.Span);
        events.Evaluate(LaneTime.At(place, start, size, target), state.Span, stepper.Parameters, values.Span);
        return values[component];
    }

    /// <summary>One end of an enclosure: its place, the value there times the side, and the mask of the lanes in which it was moved last.</summary>
    private readonly record struct Bound(T Place, T Value, T HasMoved = default)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Bound Moved(T mask, T place, T value, T otherHasMoved) =>
            new(T.Select(mask, place, Place), T.Select(mask, value, T.Select(otherHasMoved, 0.5 * Value, Value)), mask);
    }
}
