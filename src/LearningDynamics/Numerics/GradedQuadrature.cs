using MathNet.Numerics.Integration;

namespace LearningDynamics.Numerics;

/// <summary>Integrals from 0 of functions that change fast near 0 and, farther out, on the scale of their distance from 0.</summary>
/// <remarks>Each panel is as wide as its distance from 0, so that however small the first scale is, few panels reach any end.</remarks>
internal static class GradedQuadrature
{
    private const int Order = 16;

    /// <summary>The integral from 0 to an end.</summary>
    /// <param name="integrand">An analytic function.</param>
    /// <param name="scale">The distance from 0 over which it changes there, above 0.</param>
    /// <param name="end">The end, at least 0.</param>
    public static double Integrate(Func<double, double> integrand, double scale, double end)
    {
        double sum = 0;
        for (double start = 0, stop; start < end; start = stop)
        {
            stop = Math.Min(end, Math.Max(scale, 2 * start));
            sum += GaussLegendreRule.Integrate(integrand, start, stop, Order);
        }

        return sum;
    }
}
