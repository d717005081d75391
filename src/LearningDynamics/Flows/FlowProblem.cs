namespace LearningDynamics.Flows;

/// <summary>An initial value problem x' = f(t, x), x(Start) = InitialState, to be followed to End.</summary>
/// <typeparam name="TField">The vector field; a struct, so that its code is compiled into the integrator.</typeparam>
/// <param name="Field">The right-hand side f.</param>
/// <param name="InitialState">The state at <paramref name="Start"/>, one finite number a component.</param>
/// <param name="Start">The initial time.</param>
/// <param name="End">The final time. Before <paramref name="Start"/> the flow runs backward.</param>
/// <param name="Events">The events to watch for, or null for none.</param>
public sealed record FlowProblem<TField>(
    TField Field, IReadOnlyList<double> InitialState, double Start, double End, IReadOnlyList<FlowEvent>? Events = null)
    where TField : struct, IVectorField<double>
{
    /// <summary>Refuses a problem that cannot be posed.</summary>
    /// <exception cref="ArgumentException">Naming the member that is wrong, its value and what is allowed.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(InitialState);
        if (Field.Dimension < 1)
            throw new ArgumentException(FormattableString.Invariant($"The field's dimension is {Field.Dimension}; at least 1 is needed."), nameof(Field));
        if (InitialState.Count != Field.Dimension)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The initial state has {InitialState.Count} components and the field {Field.Dimension}; they must agree."),
                nameof(InitialState));
        }

        for (int i = 0; i < InitialState.Count; i++)
        {
            if (!double.IsFinite(InitialState[i]))
                throw new ArgumentException(FormattableString.Invariant($"Component {i} of the initial state is {InitialState[i]}; it must be finite."), nameof(InitialState));
        }

        RequireFinite(Start, nameof(Start));
        RequireFinite(End, nameof(End));
        RequireFinite(End - Start, nameof(End));
        ValidateEvents();
    }

    private static void RequireFinite(double time, string name)
    {
        if (!double.IsFinite(time))
            throw new ArgumentOutOfRangeException(name, time, "A time, and the span between two, must be finite.");
    }

    private void ValidateEvents()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (FlowEvent declared in Events ?? [])
        {
            if (string.IsNullOrEmpty(declared.Name) || !names.Add(declared.Name))
                throw new ArgumentException($"The event name '{declared.Name}' is empty or used twice; every event needs its own.", nameof(Events));
            if (declared.Count < 1)
                throw new ArgumentException(FormattableString.Invariant($"The event '{declared.Name}' has {declared.Count} components; at least 1 is needed."), nameof(Events));
            if (declared.Function is null)
                throw new ArgumentException($"The event '{declared.Name}' has no function.", nameof(Events));
            if (!Enum.IsDefined(declared.Direction))
                throw new ArgumentException($"The event '{declared.Name}' has an unknown direction.", nameof(Events));
        }
    }
}

/// <summary>Makes problems out of fields that are written over a generic scalar.</summary>
public static class FlowProblem
{
    /// <summary>Poses an initial value problem for a field over a generic scalar.</summary>
    /// <typeparam name="TField">The vector field; a struct.</typeparam>
    /// <param name="field">The right-hand side f.</param>
    /// <param name="initialState">The state at <paramref name="start"/>, one finite number a component.</param>
    /// <param name="start">The initial time.</param>
    /// <param name="end">The final time. Before <paramref name="start"/> the flow runs backward.</param>
    /// <param name="events">The events to watch for.</param>
    /// <returns>The problem over doubles.</returns>
    public static FlowProblem<ScalarField<TField>> Create<TField>(
        TField field, IReadOnlyList<double> initialState, double start, double end, params IReadOnlyList<FlowEvent> events)
        where TField : struct, IVectorField => new(new(field), initialState, start, end, events);
}
