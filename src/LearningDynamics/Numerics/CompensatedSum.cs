namespace LearningDynamics.Numerics;

/// <summary>A running sum of numbers and products that carries its rounding errors along (Neumaier; Ogita, Rump and Oishi).</summary>
internal struct CompensatedSum
{
    private double sum;
    private double tail;

    /// <summary>The sum so far, as if added up in twice the working precision and then rounded.</summary>
    public readonly double Value => sum + tail;

    /// <summary>The value less the sum, formed without losing what the sum has already rounded away.</summary>
    /// <param name="value">Any number.</param>
    public readonly double Below(double value) => value - sum - tail;

    /// <summary>Adds a number.</summary>
    /// <param name="term">Any finite number.</param>
    public void Add(double term)
    {
        double next = sum + term;
        double added = next - sum;
        // Once the sum has overflowed, its rounding error is no number, and must not turn infinity into one.
        if (double.IsFinite(next))
            tail += (sum - (next - added)) + (term - added);
        sum = next;
    }

    /// <summary>Adds a product, with its rounding error.</summary>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor.</param>
    public void AddProduct(double left, double right)
    {
        double product = left * right;
        if (double.IsFinite(product))
            tail += Math.FusedMultiplyAdd(left, right, -product);
        Add(product);
    }
}
