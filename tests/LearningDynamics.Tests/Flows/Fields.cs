using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows;

/// <summary>x' = M x in the plane.</summary>
internal readonly record struct LinearField(double A, double B, double C, double D) : IVectorField
{
    public int Dimension => 2;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        derivative[0] = (A * state[0]) + (B * state[1]);
        derivative[1] = (C * state[0]) + (D * state[1]);
    }
}

/// <summary>x' = x cos t: x = x0 e^(sin t).</summary>
internal readonly record struct CosineGrowthField(int Dimension) : IVectorField<double>
{
    public void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        for (int i = 0; i < state.Length; i++)
            derivative[i] = state[i] * Math.Cos(time);
    }
}

/// <summary>x' = x (1 - x): the logistic curve.</summary>
internal readonly record struct LogisticField : IVectorField
{
    public int Dimension => 1;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T> => derivative[0] = state[0] * (1 - state[0]);
}

/// <summary>x' = -x^3 / 2: x = 1 / sqrt(t + 1) from 1.</summary>
internal readonly record struct CubicDecayField : IVectorField
{
    public int Dimension => 1;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T> => derivative[0] = -(state[0] * state[0] * state[0]) / 2;
}

/// <summary>x' = x^2: x = 1 / (1 - t) from 1, which blows up at t = 1.</summary>
internal readonly record struct SquareField : IVectorField
{
    public int Dimension => 1;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T> => derivative[0] = state[0] * state[0];
}

/// <summary>The two-body problem in the plane with unit constants: position, velocity.</summary>
internal readonly record struct KeplerField : IVectorField
{
    public int Dimension => 4;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        T square = (state[0] * state[0]) + (state[1] * state[1]);
        T cube = square * T.Sqrt(square);
        derivative[0] = state[2];
        derivative[1] = state[3];
        derivative[2] = -state[0] / cube;
        derivative[3] = -state[1] / cube;
    }
}

/// <summary>u' = n^2 p sigma(-u), the logit of one layer: u + e^u grows linearly.</summary>
internal readonly record struct OneLayerField(double Speed) : IVectorField
{
    public int Dimension => 1;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T> => derivative[0] = Speed * T.Logistic(-state[0]);
}

/// <summary>One hidden ReLU neuron on lined-up examples: y' = n^2 p z sigma(-z y) 1[y > 0], z' = p y sigma(-z y) 1[y > 0].</summary>
internal readonly record struct GatedNeuronField(double InputNorm, double Frequency) : IVectorField
{
    public int Dimension => 2;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        (T y, T z) = (state[0], state[1]);
        T pull = Frequency * T.Logistic(-(z * y)) * T.Step(y);
        derivative[0] = InputNorm * InputNorm * z * pull;
        derivative[1] = y * pull;
    }
}

/// <summary>Robertson's chemical reaction: stiff, with rates from 0.04 to 3e7.</summary>
internal readonly record struct RobertsonField : IVectorField
{
    public int Dimension => 3;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        T slow = 0.04 * state[0], mixed = 1e4 * state[1] * state[2], fast = 3e7 * state[1] * state[1];
        derivative[0] = mixed - slow;
        derivative[1] = slow - mixed - fast;
        derivative[2] = fast;
    }
}

/// <summary>x'' = -sign(x): a relay, whose force jumps where x changes sign. From x(1) = 1/2, x'(1) = 0 it crosses zero at every even time.</summary>
internal readonly record struct RelayField : IVectorField
{
    public int Dimension => 2;

    public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        derivative[0] = state[1];
        derivative[1] = T.Step(-state[0]) - T.Step(state[0]);
    }
}

/// <summary>A field given by a function, for what is needed once.</summary>
internal readonly record struct FunctionField(int Dimension, FunctionField.Body Function) : IVectorField<double>
{
    public delegate void Body(double time, ReadOnlySpan<double> state, Span<double> derivative);

    public void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative) => Function(time, state, derivative);
}
