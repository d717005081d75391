using System.Runtime.Intrinsics;
using MathNet.Numerics.Integration;

namespace LearningDynamics.Numerics;

/// <summary>The 16-point Gauss-Legendre rule on [0, 1], laid out for vector instructions.</summary>
/// <remarks>
/// For an integrand that is analytic and at most M in the Bernstein ellipse of parameter rho around an interval of length w,
/// the error is at most (32/15) w M rho^-32 / (1 - rho^-2) (Trefethen, Approximation Theory and Approximation Practice, theorem 19.3).
/// </remarks>
internal static class GaussLegendre
{
    private const int Order = 16;
    private static readonly double[] AllNodes = Rule().Abscissas;
    private static readonly double[] AllWeights = Rule().Weights;

    /// <summary>The nodes in (0, 1).</summary>
    public static ReadOnlySpan<double> Nodes => AllNodes;

    /// <summary>The weights of <see cref="Nodes"/>, which add up to 1.</summary>
    public static ReadOnlySpan<double> Weights => AllWeights;

    /// <summary>The nodes in (0, 1), the first eight of them.</summary>
    public static readonly Vector512<double> LowerNodes = Vector512.Create(AllNodes);

    /// <summary>The nodes in (0, 1), the last eight of them.</summary>
    public static readonly Vector512<double> UpperNodes = Vector512.Create(AllNodes, Order / 2);

    /// <summary>The weights of <see cref="LowerNodes"/>; all sixteen add up to 1.</summary>
    public static readonly Vector512<double> LowerWeights = Vector512.Create(AllWeights);

    /// <summary>The weights of <see cref="UpperNodes"/>.</summary>
    public static readonly Vector512<double> UpperWeights = Vector512.Create(AllWeights, Order / 2);

    private static GaussLegendreRule Rule() => new(0, 1, Order);
}
