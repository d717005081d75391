using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// The values of event components in four places of trial steps, on the cubic that meets both ends and their slopes. That is less than the pair's own interpolant, but only has to say whether
/// an event is near.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneLooks<T, TEvents>(TEvents events, int dimension)
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TEvents : struct, IEnsembleEvents
{
    /// <summary>The number of places; the last one is the end of the step.</summary>
    public const int Places = 4;

    private readonly int count = events.Count;
    private readonly LaneMemory<T> values = new(Places * events.Count);
    private readonly LaneMemory<T> inside = new((Places - 1) * dimension);
    private readonly LaneMemory<T> state = new(dimension);
    private TEvents events = events;

    /// <summary>The values in one of the places, from 1.</summary>
    public ReadOnlySpan<T> At(int place) => values.Span.Slice((place - 1) * count, count);

    /// <summary>The values at the end of the step.</summary>
    public ReadOnlySpan<T> End => At(Places);

    /// <summary>Evaluates all components in all places, and tells whether each stays on its side in all lanes.</summary>
    /// <param name="stepper">The stepper after a trial step.</param>
    /// <param name="start">The time at which it starts.</param>
    /// <param name="size">Its signed size.</param>
    /// <param name="target">The time at which it ends.</param>
    /// <param name="sides">The sides on which the components start.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool AreStaying<TField>(LaneStepper<T, TField> stepper, in T start, in T size, in T target, ReadOnlySpan<T> sides)
        where TField : struct, IEnsembleField
    {
        InterpolateInside(stepper, size);
        T stays = T.AtMost(0, 1);
        for (int place = 1; place <= Places; place++)
        {
            Span<T> here = values.Span.Slice((place - 1) * count, count);
            // The end of the step is the state that would be kept, and not its interpolated neighbour.
            ReadOnlySpan<T> at = place < Places ? inside.Span.Slice((place - 1) * dimension, dimension) : stepper.Next;
            events.Evaluate(LaneTime.At(place * (1.0 / Places), start, size, target), at, stepper.Parameters, here);
            for (int c = 0; c < here.Length; c++)
                stays = T.And(stays, T.Greater(here[c] * sides[c], 0));
        }

        return LaneSpan.HasAll(stays);
    }

    /// <summary>Evaluates all components anywhere in the step.</summary>
    public void Evaluate<TField>(LaneStepper<T, TField> stepper, in T start, in T size, in T target, T place, Span<T> result)
        where TField : struct, IEnsembleField
    {
        for (int i = 0; i < dimension; i++)
            state[i] = CubicOf(stepper, size, i).At(place);
        events.Evaluate(LaneTime.At(place, start, size, target), state.Span, stepper.Parameters, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void InterpolateInside<TField>(LaneStepper<T, TField> stepper, T size)
        where TField : struct, IEnsembleField
    {
        Span<T> first = inside.Span.Slice(0, dimension), second = inside.Span.Slice(dimension, dimension), third = inside.Span.Slice(2 * dimension, dimension);
        for (int i = 0; i < first.Length; i++)
        {
            Cubic cubic = CubicOf(stepper, size, i);
            (first[i], second[i], third[i]) = (cubic.At(0.25), cubic.At(0.5), cubic.At(0.75));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Cubic CubicOf<TField>(LaneStepper<T, TField> stepper, T size, int component)
        where TField : struct, IEnsembleField =>
        new(stepper.State[component], stepper.Next[component], size * stepper.Slope[component], size * stepper.NextSlope[component]);

    /// <summary>The <see cref="NestedPolynomial"/> up to the cubic.</summary>
    private readonly struct Cubic(T from, T to, T startSlope, T endSlope)
    {
        private readonly T origin = from, increment = to - from, start = startSlope - (to - from), bend = (to - from) - endSlope - (startSlope - (to - from));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T At(T place) => T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(bend, place, start), 1 - place, increment), place, origin);
    }
}
