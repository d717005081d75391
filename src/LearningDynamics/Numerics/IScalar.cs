namespace LearningDynamics.Numerics;

/// <summary>
/// A real number, or several of them side by side, as the vector field of a flow sees it. A field written once over
/// <typeparamref name="T"/> runs unchanged on one <see cref="Real"/> and on SIMD lanes of many.
/// </summary>
/// <remarks>
/// Only what a smooth or piecewise smooth vector field needs is here. There are no comparisons, because lanes may
/// disagree: write a gate as <see cref="Step"/> and a ReLU as <see cref="Rectify"/>.
/// </remarks>
/// <typeparam name="T">The implementing type.</typeparam>
public interface IScalar<T>
    where T : struct, IScalar<T>
{
    /// <summary>The number <paramref name="value"/>, in every lane.</summary>
    /// <param name="value">Any double.</param>
    static abstract implicit operator T(double value);

    /// <summary>The sum.</summary>
    /// <param name="left">The first term.</param>
    /// <param name="right">The second term.</param>
    static abstract T operator +(T left, T right);

    /// <summary>The difference.</summary>
    /// <param name="left">The minuend.</param>
    /// <param name="right">The subtrahend.</param>
    static abstract T operator -(T left, T right);

    /// <summary>The negative.</summary>
    /// <param name="value">The number to negate.</param>
    static abstract T operator -(T value);

    /// <summary>The product.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor.</param>
    static abstract T operator *(T left, T right);

    /// <summary>The quotient.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    static abstract T operator /(T left, T right);

    /// <summary>The exponential e^x.</summary>
    /// <param name="x">Any number.</param>
    static abstract T Exp(T x);

    /// <summary>The natural logarithm ln x.</summary>
    /// <param name="x">A number above 0.</param>
    static abstract T Log(T x);

    /// <summary>The square root.</summary>
    /// <param name="x">A number of at least 0.</param>
    static abstract T Sqrt(T x);

    /// <summary>The absolute value.</summary>
    /// <param name="x">Any number.</param>
    static abstract T Abs(T x);

    /// <summary>The logistic function 1 / (1 + e^-x), without overflow and without loss for large negative x.</summary>
    /// <param name="x">Any number.</param>
    static abstract T Logistic(T x);

    /// <summary>The softplus ln(1 + e^x), without overflow and without loss for large negative x.</summary>
    /// <param name="x">Any number.</param>
    static abstract T Softplus(T x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">Any number.</param>
    static abstract T Tanh(T x);

    /// <summary>The gate 1[x > 0]: 1 above 0, and 0 at 0 and below. This is the derivative of the ReLU, with relu'(0) = 0.</summary>
    /// <param name="x">Any number.</param>
    static abstract T Step(T x);

    /// <summary>The ReLU max(x, 0).</summary>
    /// <param name="x">Any number.</param>
    static abstract T Rectify(T x);
}
