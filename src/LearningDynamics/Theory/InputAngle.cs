using System.Numerics.Tensors;

namespace LearningDynamics.Theory;

/// <summary>The angle between two inputs, kept so that it is accurate near 0 and near a half turn as well: kernels of opposite inputs vanish with its supplement.</summary>
/// <param name="Cosine">The cosine.</param>
/// <param name="Sine">The sine, at least 0.</param>
/// <param name="Supplement">What the angle lacks to pi.</param>
internal readonly record struct InputAngle(double Cosine, double Sine, double Supplement)
{
    /// <summary>The angle of an input with itself.</summary>
    public static InputAngle Zero { get; } = new(1, 0, Math.PI);

    /// <summary>The angle of a given cosine.</summary>
    /// <param name="cosine">In [-1, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The cosine is outside [-1, 1].</exception>
    public static InputAngle FromCosine(double cosine)
    {
        if (!(cosine is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(cosine), cosine, "A cosine lies in [-1, 1].");
        return new(cosine, Math.Sqrt((1 - cosine) * (1 + cosine)), 2 * Math.Atan2(Math.Sqrt(1 + cosine), Math.Sqrt(1 - cosine)));
    }

    /// <summary>The angle between two inputs, from the sum and the difference of their directions (Kahan): the scalar product alone would lose half the digits near 0.</summary>
    /// <param name="input">One input.</param>
    /// <param name="norm">Its norm, above 0.</param>
    /// <param name="other">The other input, as long.</param>
    /// <param name="otherNorm">Its norm, above 0.</param>
    public static InputAngle Between(ReadOnlySpan<double> input, double norm, ReadOnlySpan<double> other, double otherNorm)
    {
        double along = 0, across = 0;
        for (int i = 0; i < input.Length; i++)
        {
            double component = input[i] / norm, otherComponent = other[i] / otherNorm;
            along += (component + otherComponent) * (component + otherComponent);
            across += (component - otherComponent) * (component - otherComponent);
        }

        double square = along + across;
        return new((along - across) / square, 2 * Math.Sqrt(along / square) * Math.Sqrt(across / square), 2 * Math.Atan2(Math.Sqrt(along), Math.Sqrt(across)));
    }

    /// <summary>The root mean square of an input's components.</summary>
    /// <param name="input">At least one component.</param>
    public static double Norm(ReadOnlySpan<double> input)
    {
        // Scaled, so that no square over- or underflows.
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(input));
        if (largest == 0)
            return 0;
        double sum = 0;
        foreach (double component in input)
            sum += component / largest * (component / largest);
        return largest * Math.Sqrt(sum / input.Length);
    }
}
