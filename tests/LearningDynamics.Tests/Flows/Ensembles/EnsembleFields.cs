using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows.Ensembles;

/// <summary>x' = sqrt(t) - r x with the rate r as a parameter of each trajectory.</summary>
internal readonly record struct DrivenDecayField : IEnsembleField
{
    public int Dimension => 1;

    public int ParameterCount => 1;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> derivative)
        where T : struct, IScalar<T> => derivative[0] = T.Sqrt(time) - (parameters[0] * state[0]);
}

/// <summary>The same field for one rate, which the scalar solver can follow.</summary>
internal readonly record struct DrivenDecay(double Rate) : IVectorField
{
    public int Dimension => 1;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T> => default(DrivenDecayField).Evaluate(time, state, [Rate], derivative);
}

/// <summary>The first component reaches zero from above: the death of a neuron.</summary>
internal readonly record struct FallingZero(bool IsTerminal) : IEnsembleEvents
{
    public int Count => 1;

    public EventDirection Direction(int component) => EventDirection.Falling;

    bool IEnsembleEvents.IsTerminal(int component) => IsTerminal;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
        where T : struct, IScalar<T> => values[0] = state[0];
}

/// <summary>The first component changes sign, either way.</summary>
internal readonly record struct SignChange : IEnsembleEvents
{
    public int Count => 1;

    public EventDirection Direction(int component) => EventDirection.Either;

    public bool IsTerminal(int component) => false;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
        where T : struct, IScalar<T> => values[0] = state[0];
}
