namespace LearningDynamics.Flows.Ensembles;

/// <summary>Gives a trajectory of an ensemble its initial state and its parameters. It is called from several threads at once.</summary>
/// <param name="index">Which trajectory, from 0.</param>
/// <param name="state">Receives the initial state: finite numbers, as many as the field's dimension.</param>
/// <param name="parameters">Receives the parameters: finite numbers, as many as the field's.</param>
/// <returns>False for a trajectory that is known to rest where it starts: it ends there at once, without being integrated.</returns>
public delegate bool TrajectoryStart(long index, Span<double> state, Span<double> parameters);

/// <summary>Initial value problems x' = f(t, x; p), x(Start) = x0, many of one field, to be followed to one time.</summary>
/// <typeparam name="TField">The vector field; a struct, so that its code is compiled into the integrator.</typeparam>
/// <typeparam name="TEvents">The events; a struct.</typeparam>
/// <param name="Field">The right-hand side f.</param>
/// <param name="Events">The events to watch for.</param>
/// <param name="Count">The number of trajectories, at least 0.</param>
/// <param name="Begin">Gives each trajectory its initial state and its parameters.</param>
/// <param name="Start">The initial time.</param>
/// <param name="End">The final time. Before <paramref name="Start"/> the flows run backward.</param>
public sealed record EnsembleProblem<TField, TEvents>(TField Field, TEvents Events, long Count, TrajectoryStart Begin, double Start, double End)
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    /// <summary>Refuses a problem that cannot be posed.</summary>
    /// <exception cref="ArgumentException">Naming the member that is wrong, its value and what is allowed.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Begin);
        ArgumentOutOfRangeException.ThrowIfNegative(Count);
        if (Field.Dimension < 1)
            throw new ArgumentException(FormattableString.Invariant($"The field's dimension is {Field.Dimension}; at least 1 is needed."), nameof(Field));
        if (Field.ParameterCount < 0)
            throw new ArgumentException(FormattableString.Invariant($"The field has {Field.ParameterCount} parameters; the number is at least 0."), nameof(Field));
        if (Events.Count < 0)
            throw new ArgumentException(FormattableString.Invariant($"There are {Events.Count} event components; the number is at least 0."), nameof(Events));
        for (int i = 0; i < Events.Count; i++)
        {
            if (!Enum.IsDefined(Events.Direction(i)))
                throw new ArgumentException(FormattableString.Invariant($"Component {i} of the events has an unknown direction."), nameof(Events));
        }

        RequireFinite(Start, nameof(Start));
        RequireFinite(End, nameof(End));
        RequireFinite(End - Start, nameof(End));
    }

    private static void RequireFinite(double time, string name)
    {
        if (!double.IsFinite(time))
            throw new ArgumentOutOfRangeException(name, time, "A time, and the span between two, must be finite.");
    }
}

/// <summary>Makes ensembles out of fields that have no parameters or watch for no events.</summary>
public static class EnsembleProblem
{
    /// <summary>Poses the initial value problems of a field without parameters and events.</summary>
    /// <typeparam name="TField">The vector field; a struct.</typeparam>
    /// <param name="field">The right-hand side f.</param>
    /// <param name="count">The number of trajectories.</param>
    /// <param name="begin">Gives each trajectory its initial state.</param>
    /// <param name="start">The initial time.</param>
    /// <param name="end">The final time.</param>
    public static EnsembleProblem<UniformField<TField>, NoEvents> Create<TField>(TField field, long count, TrajectoryStart begin, double start, double end)
        where TField : struct, IVectorField => new(new(field), default, count, begin, start, end);

    /// <summary>Poses the initial value problems of a field without parameters.</summary>
    /// <typeparam name="TField">The vector field; a struct.</typeparam>
    /// <typeparam name="TEvents">The events; a struct.</typeparam>
    /// <param name="field">The right-hand side f.</param>
    /// <param name="events">The events to watch for.</param>
    /// <param name="count">The number of trajectories.</param>
    /// <param name="begin">Gives each trajectory its initial state.</param>
    /// <param name="start">The initial time.</param>
    /// <param name="end">The final time.</param>
    public static EnsembleProblem<UniformField<TField>, TEvents> Create<TField, TEvents>(TField field, TEvents events, long count, TrajectoryStart begin, double start, double end)
        where TField : struct, IVectorField
        where TEvents : struct, IEnsembleEvents => new(new(field), events, count, begin, start, end);
}
