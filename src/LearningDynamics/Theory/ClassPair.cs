namespace LearningDynamics.Theory;

/// <summary>Two classes of lined-up examples: all of class 1 equal x1, all of class 2 equal x2, and x1.x2 is at most 0.</summary>
public sealed record ClassPair
{
    /// <summary>Describes the classes.</summary>
    /// <param name="inputNorm1">n1 = ||x1||, above 0.</param>
    /// <param name="inputNorm2">n2 = ||x2||, above 0.</param>
    /// <param name="innerProduct">rho = x1.x2, in (-n1 n2, 0].</param>
    /// <param name="frequency1">p1, the share of the data that class 1 has, in (0, 1].</param>
    /// <param name="frequency2">p2, the share of class 2, in (0, 1]; together they are at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public ClassPair(double inputNorm1, double inputNorm2, double innerProduct, double frequency1, double frequency2)
    {
        InputNorm1 = Requires.Positive(inputNorm1);
        InputNorm2 = Requires.Positive(inputNorm2);
        if (!(innerProduct <= 0 && innerProduct > -(inputNorm1 * inputNorm2)))
            throw new ArgumentOutOfRangeException(nameof(innerProduct), innerProduct, $"The inner product lies in (-n1 n2, 0], here ({-(inputNorm1 * inputNorm2):R}, 0].");
        InnerProduct = innerProduct;
        Frequency1 = Requires.Share(frequency1);
        Frequency2 = Requires.Share(frequency2);
        // The sum is rounded by half a unit in the last place of 1 at most.
        if (frequency1 + frequency2 > Math.BitIncrement(1))
            throw new ArgumentOutOfRangeException(nameof(frequency2), frequency2, $"The frequencies add up to {frequency1 + frequency2:R}; the shares of the two classes are together at most 1.");
    }

    /// <summary>n1 = ||x1||.</summary>
    public double InputNorm1 { get; }

    /// <summary>n2 = ||x2||.</summary>
    public double InputNorm2 { get; }

    /// <summary>rho = x1.x2.</summary>
    public double InnerProduct { get; }

    /// <summary>p1, the share of the data that class 1 has.</summary>
    public double Frequency1 { get; }

    /// <summary>p2, the share of the data that class 2 has.</summary>
    public double Frequency2 { get; }

    /// <summary>The same data with the names of the classes exchanged.</summary>
    public ClassPair Mirrored() => new(InputNorm2, InputNorm1, InnerProduct, Frequency2, Frequency1);
}
