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

/// <summary>A hidden neuron whose equations go on beyond its death.</summary>
internal readonly record struct OpenNeuronField(double InputNorm, double Frequency) : IVectorField
{
    public int Dimension => 2;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        T pull = Frequency * T.Logistic(-(state[0] * state[1]));
        derivative[0] = InputNorm * InputNorm * state[1] * pull;
        derivative[1] = state[0] * pull;
    }
}

/// <summary>Its death.</summary>
internal readonly record struct SmoothDeath : IEnsembleEvents
{
    public int Count => 1;

    public EventDirection Direction(int component) => EventDirection.Falling;

    public bool IsTerminal(int component) => true;

    public bool IsSmooth(int component) => true;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
        where T : struct, IScalar<T> => values[0] = state[0];
}

/// <summary>Three times that are near each other; the one in the middle is terminal.</summary>
internal readonly record struct ThreeClocks : IEnsembleEvents
{
    public int Count => 3;

    public EventDirection Direction(int component) => EventDirection.Either;

    public bool IsTerminal(int component) => component == 1;

    public bool IsSmooth(int component) => true;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
        where T : struct, IScalar<T> => (values[0], values[1], values[2]) = (time - 1.4999, time - 1.5, time - 1.5001);
}
