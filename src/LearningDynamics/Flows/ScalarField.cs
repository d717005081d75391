using System.Runtime.InteropServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>A vector field written over a generic scalar, seen as a field over <see cref="double"/>.</summary>
/// <remarks>A <see cref="Real"/> has the layout of a double, so the spans are reinterpreted and nothing is copied.</remarks>
/// <typeparam name="TField">The field; a struct, so that its code is compiled in place.</typeparam>
/// <param name="field">The field.</param>
public readonly struct ScalarField<TField>(TField field) : IVectorField<double>
    where TField : IVectorField
{
    private readonly TField generic = field;

    /// <inheritdoc/>
    public int Dimension => generic.Dimension;

    /// <inheritdoc/>
    public void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
        generic.Evaluate(new Real(time), MemoryMarshal.Cast<double, Real>(state), MemoryMarshal.Cast<double, Real>(derivative));
}
