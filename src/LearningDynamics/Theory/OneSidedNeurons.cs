using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many neurons that are active on at most one of two classes, each with its own start and time, and with classes of its own or the same: what a <see cref="OneSidedNeuron"/> for each would give, in less time.
/// In lanes and without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>Accuracy as for <see cref="OneSidedNeuron"/>. Norms lie in [1e-50, 1e50], preactivations and output weights in [-1e50, 1e50] and initial logits in [-300, 300].</remarks>
public static class OneSidedNeurons
{
    /// <summary>The neurons at the times.</summary>
    /// <param name="classes">The two classes of each.</param>
    /// <param name="times">
    /// The times, as many, at least 0 and at most the time at which the inactive side comes alive, if it does; the times times the learning speed 2 n p at most 1e150.
    /// </param>
    /// <param name="initial">The neurons at t = 0, as many; of each, at least one preactivation is at most 0.</param>
    /// <param name="states">Receives the neurons, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths, or a pair of classes is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void State(ReadOnlySpan<ClassPair> classes, ReadOnlySpan<double> times, ReadOnlySpan<CompetitionState> initial, Span<CompetitionState> states)
    {
        Numbered.RequireLength(classes.Length, times.Length, nameof(classes));
        Evaluate(classes, times, initial, states);
    }

    /// <summary>The neurons at the times, all between the same two classes.</summary>
    /// <param name="classes">The two classes.</param>
    /// <param name="times">The times, as for each its own classes.</param>
    /// <param name="initial">The neurons at t = 0, as many; of each, at least one preactivation is at most 0.</param>
    /// <param name="states">Receives the neurons, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void State(ClassPair classes, ReadOnlySpan<double> times, ReadOnlySpan<CompetitionState> initial, Span<CompetitionState> states)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Evaluate(new(ref classes), times, initial, states);
    }

    /// <summary>The times at which the inactive sides come alive, where the solutions end.</summary>
    /// <param name="classes">The two classes of each.</param>
    /// <param name="initial">The neurons at t = 0, as many; of each, at least one preactivation is at most 0.</param>
    /// <param name="times">Receives the times, as many; infinity for a side that never comes alive.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths, or a pair of classes is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void RevivalTime(ReadOnlySpan<ClassPair> classes, ReadOnlySpan<CompetitionState> initial, Span<double> times)
    {
        Numbered.RequireLength(classes.Length, times.Length, nameof(classes));
        Revive(classes, initial, times);
    }

    /// <summary>The times at which the inactive sides come alive, all between the same two classes.</summary>
    /// <param name="classes">The two classes.</param>
    /// <param name="initial">The neurons at t = 0; of each, at least one preactivation is at most 0.</param>
    /// <param name="times">Receives the times, as many; infinity for a side that never comes alive.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void RevivalTime(ClassPair classes, ReadOnlySpan<CompetitionState> initial, Span<double> times)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Revive(new(ref classes), initial, times);
    }

    private static void Evaluate(ReadOnlySpan<ClassPair> classes, ReadOnlySpan<double> times, ReadOnlySpan<CompetitionState> initial, Span<CompetitionState> states)
    {
        Numbered.RequireLength(initial.Length, times.Length, nameof(initial));
        Numbered.RequireLength(states.Length, times.Length, nameof(states));
        LaneKernels.Run(new OneSidedKernel { Classes = classes, Times = times, Initial = initial, States = states });
    }

    private static void Revive(ReadOnlySpan<ClassPair> classes, ReadOnlySpan<CompetitionState> initial, Span<double> times)
    {
        Numbered.RequireLength(initial.Length, times.Length, nameof(initial));
        LaneKernels.Run(new OneSidedKernel { Classes = classes, Initial = initial, RevivalTimes = times });
    }
}
