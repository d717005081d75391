using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>
/// H(v) = e^-v times the sum over k from 2 on of v^k / (k! (k + s)), s = 2/N - 1: what e^x - 1 - x adds to the time that N layers take (theory: docs/theory/depth.md).
/// </summary>
/// <remarks>
/// H is smooth and below 1/3, and 1/v for large v. Chebyshev polynomials in (v - 12)/(v + 12) are added up to degree 53; what is left out is below 1e-16, and so is the rounding of the
/// coefficients. They are computed once for each number of layers.
/// </remarks>
internal readonly struct LayeredSeries
{
    private const int Terms = 54;
    private const double Middle = 12;

    private static readonly ConcurrentDictionary<int, double[]> Tables = new();

    private readonly double[] coefficients;

    /// <summary>Takes the series of so many layers.</summary>
    public LayeredSeries(int layers) => coefficients = Tables.GetOrAdd(layers, static number => Coefficients((2.0 / number) - 1));

    /// <summary>H(v) for v of at least 0, with an absolute error of a few 1e-16.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Evaluate<T>(in T v, out T sum)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        // Clenshaw's recurrence.
        T place = (v - Middle) / (v + Middle), twice = place + place, next = default, afterNext = default;
        for (int k = Terms - 1; k > 0; k--)
            (next, afterNext) = (T.MultiplyAdd(twice, next, coefficients[k] - afterNext), next);
        sum = T.MultiplyAdd(place, next, coefficients[0] - afterNext);
    }

    private static double[] Coefficients(double s)
    {
        double[] values = new double[Terms], series = new double[Terms];
        for (int j = 0; j < Terms; j++)
        {
            double place = Math.Cos(Math.PI * (j + 0.5) / Terms);
            double v = Middle * (1 + place) / (1 - place);
            values[j] = v < 40 ? Near(s, v) : Far(s, v);
        }

        for (int k = 0; k < Terms; k++)
        {
            CompensatedSum sum = default;
            // The angle is reduced by integers, exactly.
            for (int j = 0; j < Terms; j++)
                sum.AddProduct(values[j], Math.Cos(Math.PI * (k * ((2 * j) + 1) % (4 * Terms)) / (2 * Terms)));
            series[k] = sum.Value * (k == 0 ? 1.0 : 2.0) / Terms;
        }

        return series;
    }

    /// <summary>The series itself.</summary>
    private static double Near(double s, double v)
    {
        double term = v, sum = 0;
        for (int k = 2; k < 200; k++)
        {
            term *= v / k;
            sum += term / (k + s);
        }

        return sum * Math.Exp(-v);
    }

    /// <summary>The asymptotic series 1/v + (1 - s)/v^2 + (1 - s)(2 - s)/v^3 + ..., whose terms fall below 1e-17 before they grow again.</summary>
    private static double Far(double s, double v)
    {
        double term = 1 / v, sum = 0;
        for (int k = 1; k <= 40; k++)
        {
            sum += term;
            term *= (k - s) / v;
        }

        return sum;
    }
}
