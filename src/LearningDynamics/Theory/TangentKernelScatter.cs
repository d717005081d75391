using MathNet.Numerics.Integration;

namespace LearningDynamics.Theory;

/// <summary>
/// How far the tangent kernel of a layer of m random features scatters about its limit of infinite width: Theta_m(x, x_o) is the mean of m independent terms
/// g = phi(h) phi(h_o) + (x.x_o / N) v^2 phi'(h) phi'(h_o), so that its expectation is <see cref="TangentKernel"/> at any width, and its variance that of g, divided by m.
/// </summary>
/// <remarks>
/// h and h_o are jointly normal with variances s_w^2 ||x||^2 / N and the inputs' cosine as correlation, v is normal with variance s_v^2 and independent of them. In polar
/// coordinates of the plane of h and h_o both activations are smooth within the four sectors that h = 0 and h_o = 0 cut out; each is integrated by Gauss-Legendre
/// rules. Derived in docs/theory/training-response.md. Relative error at most 1e-10 for standard deviations of h up to 3.
/// </remarks>
public sealed class TangentKernelScatter
{
    // Beyond this radius the normal distribution has 1e-39 of its weight, and g^2 grows as the fourth power of it only.
    private const double LargestRadius = 13.5;

    private static readonly GaussLegendreRule Radii = new(0, LargestRadius, 96);

    private readonly Func<double, (double Value, double Slope)> activation;
    private readonly double hiddenDeviation;
    private readonly double outputVariance;

    private TangentKernelScatter(Func<double, (double Value, double Slope)> activation, double hiddenVariance, double outputVariance)
    {
        this.activation = activation;
        hiddenDeviation = Math.Sqrt(Requires.Positive(hiddenVariance));
        this.outputVariance = outputVariance >= 0 && double.IsFinite(outputVariance) ? outputVariance
            : throw new ArgumentOutOfRangeException(nameof(outputVariance), outputVariance, "outputVariance must be at least 0 and finite.");
    }

    /// <summary>The scatter for the ReLU.</summary>
    /// <param name="hiddenVariance">The variance s_w^2 of the hidden weights, above 0.</param>
    /// <param name="outputVariance">The variance s_v^2 of the output weights, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is outside its domain.</exception>
    public static TangentKernelScatter Relu(double hiddenVariance = 1, double outputVariance = 1) => new(h => h > 0 ? (h, 1) : (0, 0), hiddenVariance, outputVariance);

    /// <summary>The scatter for the ELU (h above 0 and e^h - 1 below).</summary>
    /// <param name="hiddenVariance">The variance s_w^2 of the hidden weights, above 0.</param>
    /// <param name="outputVariance">The variance s_v^2 of the output weights, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance is outside its domain.</exception>
    public static TangentKernelScatter Elu(double hiddenVariance = 1, double outputVariance = 1) =>
        new(h => h > 0 ? (h, 1) : (Numerics.Functions.ExpMinusOne(h), Math.Exp(h)), hiddenVariance, outputVariance);

    /// <summary>The mean and the variance of one feature's term g; the kernel of m features has this mean, and this variance divided by m.</summary>
    /// <param name="norm">The root mean square ||x|| / sqrt N of the input x, at least 0.</param>
    /// <param name="trainedNorm">That of x_o, at least 0.</param>
    /// <param name="cosine">x.x_o / (||x|| ||x_o||), in [-1, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public (double Mean, double Variance) OfOneFeature(double norm, double trainedNorm, double cosine)
    {
        Requires.Finite(norm);
        Requires.Finite(trainedNorm);
        ArgumentOutOfRangeException.ThrowIfNegative(norm);
        ArgumentOutOfRangeException.ThrowIfNegative(trainedNorm);
        if (!(Math.Abs(cosine) <= 1))
            throw new ArgumentOutOfRangeException(nameof(cosine), cosine, "A cosine lies in [-1, 1].");

        double angle = Math.Acos(cosine), overlap = norm * trainedNorm * cosine;
        double first = hiddenDeviation * norm, second = hiddenDeviation * trainedNorm;
        double[] borders = [-Math.PI / 2, angle - (Math.PI / 2), Math.PI / 2, angle + (Math.PI / 2), 3 * Math.PI / 2];
        double mean = 0, square = 0;
        for (int sector = 0; sector < 4; sector++)
        {
            if (borders[sector + 1] <= borders[sector])
                continue;
            var directions = new GaussLegendreRule(borders[sector], borders[sector + 1], 48);
            for (int k = 0; k < directions.Order; k++)
            {
                (double sectorMean, double sectorSquare) = AlongRadius(first * Math.Cos(directions.Abscissas[k]), second * Math.Cos(directions.Abscissas[k] - angle), overlap);
                mean += directions.Weights[k] * sectorMean;
                square += directions.Weights[k] * sectorSquare;
            }
        }

        return (mean, square - (mean * mean));
    }

    /// <summary>The integrals of g and g^2 over v and over the radius r, in a direction in which h and h_o are r times the given slopes.</summary>
    private (double Mean, double Square) AlongRadius(double slope, double trainedSlope, double overlap)
    {
        double mean = 0, square = 0;
        for (int i = 0; i < Radii.Order; i++)
        {
            double radius = Radii.Abscissas[i];
            double weight = Radii.Weights[i] * radius * Math.Exp(-radius * radius / 2) / (2 * Math.PI);
            (double value, double derivative) = activation(radius * slope);
            (double trainedValue, double trainedDerivative) = activation(radius * trainedSlope);
            // The moments of v are E v^2 = s_v^2 and E v^4 = 3 s_v^4.
            double fromOutputs = value * trainedValue, fromHidden = overlap * outputVariance * derivative * trainedDerivative;
            mean += weight * (fromOutputs + fromHidden);
            square += weight * ((fromOutputs * (fromOutputs + (2 * fromHidden))) + (3 * fromHidden * fromHidden));
        }

        return (mean, square);
    }
}
