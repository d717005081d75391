using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>Knows on which side of zero every event component is, and finds where a step takes one across.</summary>
/// <remarks>
/// A component's side is the sign of its value; 0 means "on zero, nothing to leave yet". It crosses when it leaves a
/// nonzero side in the declared direction, reaching zero included: a gate 1[y > 0] is off at zero already.
/// </remarks>
internal sealed class EventMonitor
{
    // A step is looked at in these places, so that a crossing and a crossing back within one step are both seen.
    private static readonly double[] Places = [0.25, 0.5, 0.75, 1];

    private readonly FlowEvent[] events;
    private readonly EventDirection[] directions;
    private readonly bool[] isSmooth;
    private readonly double[] values;
    private readonly double[] state;
    private readonly int[] sides;
    private readonly int[] passingSides;

    public EventMonitor(IReadOnlyList<FlowEvent> events, int dimension)
    {
        this.events = [.. events];
        directions = [.. events.SelectMany(declared => Enumerable.Repeat(declared.Direction, declared.Count))];
        isSmooth = [.. events.SelectMany(declared => Enumerable.Repeat(declared.IsSmooth, declared.Count))];
        HasJumps = Array.Exists(isSmooth, static smooth => !smooth);
        HasSmooth = Array.Exists(isSmooth, static smooth => smooth);
        values = new double[directions.Length];
        sides = new int[directions.Length];
        passingSides = new int[directions.Length];
        state = new double[dimension];
    }

    public bool IsEmpty => directions.Length == 0;

    /// <summary>Whether the field may jump at some component.</summary>
    public bool HasJumps { get; }

    /// <summary>Whether some component leaves the field smooth.</summary>
    public bool HasSmooth { get; }

    /// <summary>Takes the sides at the start; nothing fires there.</summary>
    public void Begin(double time, ReadOnlySpan<double> at)
    {
        Evaluate(time, at);
        RequireNumbers(time);
        TakeSides(sides);
    }

    /// <summary>The first place in a trial step, in (0, 1], at which some component has crossed where the field may jump; null if none has.</summary>
    public double? FirstJump(ReadOnlySpan<double> interpolant, TrialStep step, ReadOnlySpan<double> end)
    {
        sides.CopyTo(passingSides, 0);
        double before = 0;
        foreach (double place in Places)
        {
            EvaluateIn(interpolant, step, end, place);
            if (HasCrossed(passingSides, smooth: false))
                return Narrow(interpolant, step, before, place, passingSides, smooth: false);
            TakeSides(passingSides);
            before = place;
        }

        return null;
    }

    /// <summary>Adds the smooth events inside a step that is kept.</summary>
    /// <returns>The place in the step of the first one that ends the flow; null if none does.</returns>
    public double? PassSmooth(ReadOnlySpan<double> interpolant, TrialStep step, ReadOnlySpan<double> end, List<FlowEventOccurrence> occurrences)
    {
        sides.CopyTo(passingSides, 0);
        double before = 0;
        foreach (double place in Places)
        {
            EvaluateIn(interpolant, step, end, place);
            RequireNumbers(step.TimeAt(place));
            while (HasCrossed(passingSides, smooth: true))
            {
                before = Narrow(interpolant, step, before, place, passingSides, smooth: true);
                EvaluateIn(interpolant, step, end, before);
                if (Fire(passingSides, smooth: true, step.TimeAt(before), before == 1 ? end : state, occurrences).Terminal)
                    return before;
                EvaluateIn(interpolant, step, end, place);
            }

            TakeSides(passingSides);
            before = place;
        }

        return null;
    }

    /// <summary>Where behind a kept step, up to a place above 1, its polynomial crosses; null if it does not.</summary>
    public double? ExtrapolatedCrossing(ReadOnlySpan<double> interpolant, TrialStep step, double farthest)
    {
        EvaluateAt(interpolant, step, farthest);
        return HasCrossed(sides, smooth: false) ? Narrow(interpolant, step, 1, farthest, sides, smooth: false) : null;
    }

    /// <summary>Moves to a state that is kept, and adds the events behind which the field may have jumped.</summary>
    /// <returns>Whether any happened, and whether one of them ends the flow.</returns>
    public (bool Any, bool Terminal) MoveTo(double time, ReadOnlySpan<double> at, List<FlowEventOccurrence> occurrences)
    {
        Evaluate(time, at);
        RequireNumbers(time);
        (bool Any, bool Terminal) fired = Fire(sides, smooth: false, time, at, occurrences);
        TakeSides(sides);
        return fired;
    }

    /// <summary>Whether a step would take a component across and leave it on zero exactly, where a jump's side is undecided.</summary>
    public bool WouldLandOnZero(double time, ReadOnlySpan<double> at)
    {
        Evaluate(time, at);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] == 0 && !isSmooth[i] && HasCrossed(sides, i))
                return true;
        }

        return false;
    }

    /// <summary>Adds the events of components that have crossed to the present values, and takes their sides.</summary>
    private (bool Any, bool Terminal) Fire(int[] from, bool smooth, double time, ReadOnlySpan<double> at, List<FlowEventOccurrence> occurrences)
    {
        (bool any, bool terminal, int offset) = (false, false, 0);
        foreach (FlowEvent declared in events)
        {
            for (int i = 0; i < declared.Count; i++)
            {
                if (declared.IsSmooth != smooth || !HasCrossed(from, offset + i))
                    continue;
                (any, terminal) = (true, terminal || declared.IsTerminal);
                EventDirection direction = from[offset + i] > 0 ? EventDirection.Falling : EventDirection.Rising;
                occurrences.Add(new(declared.Name, i, direction, time, at.ToArray()));
                from[offset + i] = Math.Sign(values[offset + i]);
            }

            offset += declared.Count;
        }

        return (any, terminal);
    }

    /// <summary>The first place behind one that has crossed, as exactly as a place can be told.</summary>
    private double Narrow(ReadOnlySpan<double> interpolant, TrialStep step, double before, double behind, int[] from, bool smooth)
    {
        // Bisection, for it finds the earliest of several components.
        while (before + ((behind - before) / 2) is var middle && middle != before && middle != behind)
        {
            EvaluateAt(interpolant, step, middle);
            if (HasCrossed(from, smooth))
                behind = middle;
            else
                before = middle;
        }

        return behind;
    }

    private void EvaluateIn(ReadOnlySpan<double> interpolant, TrialStep step, ReadOnlySpan<double> end, double place)
    {
        // The end of the step is the state that would be kept, and not its interpolated neighbour.
        if (place == 1)
            Evaluate(step.End, end);
        else
            EvaluateAt(interpolant, step, place);
    }

    private void EvaluateAt(ReadOnlySpan<double> interpolant, TrialStep step, double place)
    {
        NestedPolynomial.Evaluate(interpolant, place, state);
        Evaluate(step.TimeAt(place), state);
    }

    private void Evaluate(double time, ReadOnlySpan<double> at)
    {
        int offset = 0;
        foreach (FlowEvent declared in events)
        {
            declared.Function(time, at, values.AsSpan(offset, declared.Count));
            offset += declared.Count;
        }
    }

    private bool HasCrossed(int[] from, bool smooth)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (isSmooth[i] == smooth && HasCrossed(from, i))
                return true;
        }

        return false;
    }

    private bool HasCrossed(int[] from, int i) => from[i] switch
    {
        > 0 => directions[i] != EventDirection.Rising && values[i] <= 0,
        < 0 => directions[i] != EventDirection.Falling && values[i] >= 0,
        _ => false,
    };

    private void TakeSides(int[] target)
    {
        for (int i = 0; i < values.Length; i++)
            target[i] = values[i] > 0 ? 1 : values[i] < 0 ? -1 : 0;
    }

    private void RequireNumbers(double time)
    {
        int offset = 0;
        foreach (FlowEvent declared in events)
        {
            for (int i = 0; i < declared.Count; i++)
            {
                if (double.IsNaN(values[offset + i]))
                    throw new NumericalFailureException(FormattableString.Invariant($"Component {i} of the event '{declared.Name}' is not a number at t = {time}. An event function must be defined along the whole flow."));
            }

            offset += declared.Count;
        }
    }
}
