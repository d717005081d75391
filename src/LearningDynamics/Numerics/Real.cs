namespace LearningDynamics.Numerics;

/// <summary>One double, as a scalar that a vector field can be written over. It has the layout of a <see cref="double"/>.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Real(double Value) : IScalar<Real>
{
    /// <inheritdoc/>
    public static implicit operator Real(double value) => new(value);

    /// <summary>The number as a double.</summary>
    /// <param name="real">The scalar to unwrap.</param>
    public static implicit operator double(Real real) => real.Value;

    /// <inheritdoc/>
    public static Real operator +(Real left, Real right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Real operator -(Real left, Real right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Real operator -(Real value) => new(-value.Value);

    /// <inheritdoc/>
    public static Real operator *(Real left, Real right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    public static Real operator /(Real left, Real right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    public static Real Exp(Real x) => new(Math.Exp(x.Value));

    /// <inheritdoc/>
    public static Real Log(Real x) => new(Math.Log(x.Value));

    /// <inheritdoc/>
    public static Real Sqrt(Real x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Real Abs(Real x) => new(Math.Abs(x.Value));

    /// <inheritdoc/>
    public static Real Logistic(Real x) => new(Functions.Logistic(x.Value));

    /// <inheritdoc/>
    public static Real Softplus(Real x) => new(Functions.Softplus(x.Value));

    /// <inheritdoc/>
    public static Real Tanh(Real x) => new(Math.Tanh(x.Value));

    /// <inheritdoc/>
    public static Real Step(Real x) => new(x.Value > 0 ? 1 : 0);

    /// <inheritdoc/>
    public static Real Rectify(Real x) => new(x.Value > 0 ? x.Value : 0);
}
