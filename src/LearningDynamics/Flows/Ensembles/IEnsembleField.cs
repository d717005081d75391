using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// The right-hand side f of the flows x' = f(t, x; p) of an ensemble, in which every trajectory has its own initial state and its own parameters p. Written once over a generic
/// scalar, it runs on SIMD lanes of many trajectories at once.
/// </summary>
/// <remarks>
/// Make it a struct. Numbers that all trajectories share are its own fields; numbers that differ come in as <c>parameters</c>. A field without
/// parameters can be an <see cref="IVectorField"/>; see <see cref="EnsembleProblem"/>.
/// </remarks>
public interface IEnsembleField
{
    /// <summary>The number of components of the state, at least 1.</summary>
    int Dimension { get; }

    /// <summary>The number of parameters of a trajectory, at least 0.</summary>
    int ParameterCount { get; }

    /// <summary>Computes f(t, x; p). It must depend on nothing but its arguments and the field's own constants.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="time">The time t; every trajectory has its own.</param>
    /// <param name="state">The state x, of length <see cref="Dimension"/>.</param>
    /// <param name="parameters">The parameters p, of length <see cref="ParameterCount"/>.</param>
    /// <param name="derivative">Receives x', of length <see cref="Dimension"/>. Its content on entry is arbitrary: write every component.</param>
    void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> derivative)
        where T : struct, IScalar<T>;
}

/// <summary>A field without parameters, as the field of an ensemble.</summary>
/// <typeparam name="TField">The field; a struct.</typeparam>
/// <param name="field">The field.</param>
public readonly struct UniformField<TField>(TField field) : IEnsembleField
    where TField : struct, IVectorField
{
    private readonly TField uniform = field;

    /// <inheritdoc/>
    public int Dimension => uniform.Dimension;

    /// <summary>0.</summary>
    public int ParameterCount => 0;

    /// <inheritdoc/>
    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> derivative)
        where T : struct, IScalar<T> => uniform.Evaluate(time, state, derivative);
}
