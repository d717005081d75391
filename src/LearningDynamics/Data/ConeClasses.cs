using System.Globalization;
using LearningDynamics.Numerics;

namespace LearningDynamics.Data;

/// <summary>
/// Two classes of examples that are not lined up: unit vectors drawn at random from a cone for each class. The cones open in opposite directions. Up to a half angle of pi/4 inner
/// products are above 0 within a class and below 0 across classes, as Section 3 of arXiv:1809.06848 assumes; wider cones may break that.
/// </summary>
/// <remarks>The first class's cone opens along the first coordinate axis. The angle to the axis is uniform up to the cone's half angle, and the direction around it is uniform.</remarks>
public sealed class ConeClasses
{
    private readonly double[][] inputs;

    /// <summary>Draws the examples.</summary>
    /// <param name="dimension">The number of components of an input, at least 2.</param>
    /// <param name="examples">The number of examples, at least 2; even ones are of class 0, odd ones of class 1.</param>
    /// <param name="halfAngle">The largest angle between an example and its cone's axis, in (0, pi/2).</param>
    /// <param name="random">Where the examples are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public ConeClasses(int dimension, int examples, double halfAngle, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (dimension < 2)
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension must be at least 2.");
        if (examples < 2)
            throw new ArgumentOutOfRangeException(nameof(examples), examples, "There must be at least 2 examples, one of each class.");
        if (!(halfAngle > 0 && halfAngle < Math.PI / 2))
            throw new ArgumentOutOfRangeException(nameof(halfAngle), halfAngle, "The half angle must lie in (0, pi/2).");
        Dimension = dimension;
        HalfAngle = halfAngle;
        inputs = [.. Enumerable.Range(0, examples).Select(example => Direction(ClassOf(example), random))];
    }

    /// <summary>The number of components of an input.</summary>
    public int Dimension { get; }

    /// <summary>The largest angle between an example and its cone's axis.</summary>
    public double HalfAngle { get; }

    /// <summary>The number of examples.</summary>
    public int Count => inputs.Length;

    /// <summary>The class of an example: 0 for even ones, 1 for odd ones.</summary>
    /// <param name="example">The example, from 0.</param>
    public static int ClassOf(int example) => example % 2;

    /// <summary>The input of an example.</summary>
    /// <param name="example">The example, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public ReadOnlySpan<double> Input(int example) => (uint)example < (uint)Count
        ? inputs[example]
        : throw new ArgumentOutOfRangeException(nameof(example), example, string.Create(CultureInfo.InvariantCulture, $"An example's number lies between 0 and {Count - 1}."));

    /// <summary>Draws another unit vector from a class's cone. As weights it is active on every example of that class and on none of the other, up to a half angle of pi/4.</summary>
    /// <param name="index">The class, 0 or 1.</param>
    /// <param name="random">Where it is drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double[] Direction(int index, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (index is not (0 or 1))
            throw new ArgumentOutOfRangeException(nameof(index), index, "The class is 0 or 1.");
        double[] direction = new double[Dimension];
        double square = 0;
        for (int i = 1; i < Dimension; i++)
        {
            direction[i] = random.NextNormal();
            square += direction[i] * direction[i];
        }

        (double sine, double cosine) = Math.SinCos(HalfAngle * random.NextUniform());
        for (int i = 1; i < Dimension; i++)
            direction[i] *= sine / Math.Sqrt(square);
        direction[0] = index == 0 ? cosine : -cosine;
        return direction;
    }

    /// <summary>The data for the logistic loss: targets 1 for class 0 and 0 for class 1.</summary>
    public Dataset WithLogisticTargets() => Dataset.FromExamples(inputs, [.. Enumerable.Range(0, Count).Select(example => 1.0 - ClassOf(example))]);
}
