using System.Numerics.Tensors;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Runs v1, v2, v4 at the rates eta, eta/2, eta/4 against an exact solution. Gradient descent is Euler's method on the flow, so away from events
/// v(eta) = exact + eta g + O(eta^2). The Richardson limits R_a = 2 v2 - v1 and R_b = 2 v4 - v2 cancel the first order, and
/// Q = (4 R_b - R_a) / 3 the second; B = ||R_a - R_b|| then bounds what is left of R_b, and B / 2 what is left of Q. Norms are 2-norms over the grid.
/// </summary>
/// <param name="Change">||v4 - v(0)||: how much the series changes at all.</param>
/// <param name="FirstDifference">||v1 - v2||.</param>
/// <param name="SecondDifference">||v2 - v4||.</param>
/// <param name="Bound">B = ||R_a - R_b||.</param>
/// <param name="LimitDeviation">||R_b - exact||.</param>
/// <param name="RefinedDeviation">||Q - exact||.</param>
/// <param name="Scale">||v4||.</param>
internal sealed record RichardsonTest(
    double Change,
    double FirstDifference,
    double SecondDifference,
    double Bound,
    double LimitDeviation,
    double RefinedDeviation,
    double Scale)
{
    /// <summary>The largest share of the change that the bound may be before the rates are fine enough to judge.</summary>
    public const double SettledShare = 1e-4;

    /// <summary>Below this share of the scale, two runs are the same up to rounding and have no order to measure.</summary>
    public const double RoundingShare = 1e-12;

    /// <summary>The measured order of convergence, log2(||v1 - v2|| / ||v2 - v4||).</summary>
    public double Order => Math.Log2(FirstDifference / SecondDifference);

    /// <summary>Whether the runs differ only by rounding, so that a pointwise comparison takes the place of the order.</summary>
    public bool IsRounding => FirstDifference <= RoundingShare * Scale;

    /// <summary>Whether the rates are fine enough to judge. This looks at the training only.</summary>
    public bool IsSettled => IsRounding || Bound <= SettledShare * Change;

    /// <summary>Computes the norms.</summary>
    /// <param name="start">The value at time 0.</param>
    /// <param name="coarse">v1, at the grid's times after 0.</param>
    /// <param name="middle">v2.</param>
    /// <param name="fine">v4.</param>
    /// <param name="exact">The exact solution at the same times.</param>
    public static RichardsonTest Of(double start, ReadOnlySpan<double> coarse, ReadOnlySpan<double> middle, ReadOnlySpan<double> fine, ReadOnlySpan<double> exact)
    {
        double change = 0, first = 0, second = 0, bound = 0, limit = 0, refined = 0;
        for (int index = 0; index < exact.Length; index++)
        {
            double earlier = (2 * middle[index]) - coarse[index];
            double later = (2 * fine[index]) - middle[index];
            change += Square(fine[index] - start);
            first += Square(coarse[index] - middle[index]);
            second += Square(middle[index] - fine[index]);
            bound += Square(earlier - later);
            limit += Square(later - exact[index]);
            refined += Square((((4 * later) - earlier) / 3) - exact[index]);
        }

        return new(
            Math.Sqrt(change),
            Math.Sqrt(first),
            Math.Sqrt(second),
            Math.Sqrt(bound),
            Math.Sqrt(limit),
            Math.Sqrt(refined),
            TensorPrimitives.Norm(fine));
    }

    private static double Square(double value) => value * value;
}
