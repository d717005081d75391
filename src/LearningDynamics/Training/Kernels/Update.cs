using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>One optimiser's recursion over the vector of all parameters, with its own memory.</summary>
internal abstract class Update<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The recursion of an optimiser.</summary>
    public static Update<T> For(Optimizer optimizer, double learningRate, int parameterLength) => optimizer switch
    {
        Momentum momentum => new MomentumUpdate<T>(learningRate, momentum, parameterLength),
        Adam adam => new AdamUpdate<T>(learningRate, adam, parameterLength),
        _ => new GradientDescentUpdate<T>(learningRate),
    };

    /// <summary>Takes one step.</summary>
    /// <returns>Whether all weights are still finite.</returns>
    public abstract unsafe bool Step(T* weights, T* gradient, int length);

    /// <summary>Adds 0 for every finite number and NaN for every other.</summary>
    protected static Vector<T> Trace(Vector<T> trace, Vector<T> weights) => trace + (weights - weights);

    protected static bool IsFinite(Vector<T> trace) => Vector.EqualsAll(trace, Vector<T>.Zero);
}

/// <summary>w := w - eta g.</summary>
internal sealed class GradientDescentUpdate<T>(double learningRate) : Update<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T rate = T.CreateTruncating(learningRate);

    public override unsafe bool Step(T* weights, T* gradient, int length)
    {
        var minusRate = new Vector<T>(-rate);
        Vector<T> trace = default;
        for (int i = 0; i < length; i += Vector<T>.Count)
        {
            Vector<T> w = Lanes.MultiplyAdd(minusRate, Vector.Load(gradient + i), Vector.Load(weights + i));
            w.Store(weights + i);
            trace = Trace(trace, w);
        }

        return IsFinite(trace);
    }
}

/// <summary>m := beta m + g; w := w - eta m.</summary>
internal sealed class MomentumUpdate<T>(double learningRate, Momentum momentum, int parameterLength) : Update<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T rate = T.CreateTruncating(learningRate);
    private readonly T beta = T.CreateTruncating(momentum.Beta);
    private readonly AlignedBuffer<T> velocity = new(parameterLength);

    public override unsafe bool Step(T* weights, T* gradient, int length)
    {
        var minusRate = new Vector<T>(-rate);
        var kept = new Vector<T>(beta);
        T* velocities = velocity.Start;
        Vector<T> trace = default;
        for (int i = 0; i < length; i += Vector<T>.Count)
        {
            Vector<T> m = Lanes.MultiplyAdd(kept, Vector.Load(velocities + i), Vector.Load(gradient + i));
            m.Store(velocities + i);
            Vector<T> w = Lanes.MultiplyAdd(minusRate, m, Vector.Load(weights + i));
            w.Store(weights + i);
            trace = Trace(trace, w);
        }

        GC.KeepAlive(velocity);
        return IsFinite(trace);
    }
}

/// <summary>Adam, Algorithm 1 of arXiv:1412.6980.</summary>
internal sealed class AdamUpdate<T>(double learningRate, Adam adam, int parameterLength) : Update<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> means = new(parameterLength);
    private readonly AlignedBuffer<T> squares = new(parameterLength);
    private double power1 = 1;
    private double power2 = 1;

    public override unsafe bool Step(T* weights, T* gradient, int length)
    {
        power1 *= adam.Beta1;
        power2 *= adam.Beta2;
        Vector<T> kept1 = Constant(adam.Beta1), taken1 = Constant(1 - adam.Beta1);
        Vector<T> kept2 = Constant(adam.Beta2), taken2 = Constant(1 - adam.Beta2);
        Vector<T> minusRate = Constant(-learningRate / (1 - power1));
        Vector<T> correction = Constant(1 / (1 - power2));
        Vector<T> epsilon = Constant(adam.Epsilon);
        T* mean = means.Start;
        T* square = squares.Start;
        Vector<T> trace = default;
        for (int i = 0; i < length; i += Vector<T>.Count)
        {
            Vector<T> g = Vector.Load(gradient + i);
            Vector<T> m = (kept1 * Vector.Load(mean + i)) + (taken1 * g);
            Vector<T> v = (kept2 * Vector.Load(square + i)) + (taken2 * g * g);
            m.Store(mean + i);
            v.Store(square + i);
            Vector<T> w = Vector.Load(weights + i) + (minusRate * m / (Vector.SquareRoot(correction * v) + epsilon));
            w.Store(weights + i);
            trace = Trace(trace, w);
        }

        GC.KeepAlive(this);
        return IsFinite(trace);
    }

    private static Vector<T> Constant(double value) => new(T.CreateTruncating(value));
}
