using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>
/// The right-hand side f of a flow x' = f(t, x), written once over a generic scalar. The same source runs on one number
/// (<see cref="ScalarField{TField}"/>) and on SIMD lanes of many.
/// </summary>
/// <remarks>Make it a struct: generic code is then compiled for it, and calls to it are direct and can be inlined.</remarks>
public interface IVectorField
{
    /// <summary>The number of components of the state, at least 1.</summary>
    int Dimension { get; }

    /// <summary>Computes f(t, x). It must depend on nothing but the time, the state and the field's own constants.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="time">The time t.</param>
    /// <param name="state">The state x, of length <see cref="Dimension"/>.</param>
    /// <param name="derivative">Receives x', of length <see cref="Dimension"/>. Its content on entry is arbitrary: write every component.</param>
    void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>;
}

/// <summary>The right-hand side f of a flow x' = f(t, x) over one type of number.</summary>
/// <remarks>Make it a struct: generic code is then compiled for it, and calls to it are direct and can be inlined.</remarks>
/// <typeparam name="T">The type of number, for instance <see cref="double"/>.</typeparam>
public interface IVectorField<T>
    where T : struct
{
    /// <summary>The number of components of the state, at least 1.</summary>
    int Dimension { get; }

    /// <summary>Computes f(t, x). It must depend on nothing but the time, the state and the field's own constants.</summary>
    /// <param name="time">The time t.</param>
    /// <param name="state">The state x, of length <see cref="Dimension"/>.</param>
    /// <param name="derivative">Receives x', of length <see cref="Dimension"/>. Its content on entry is arbitrary: write every component.</param>
    void Evaluate(T time, ReadOnlySpan<T> state, Span<T> derivative);
}
