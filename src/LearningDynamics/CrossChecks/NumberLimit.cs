using LearningDynamics.Experiments;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// The limit of a single number at small learning rates, against its exact value. A single number has no norm over a grid, and its second-order term, which B
/// measures, may vanish by chance. So the bound is the larger of B and of the size (v1 - v2)^2 / |exact| that a second-order term has, and never more than the
/// share of the number at which a run counts as settled, unless B itself is.
/// </summary>
/// <param name="Exact">The exact value.</param>
/// <param name="Value">The Richardson limit R_b = 2 v4 - v2.</param>
/// <param name="Finest">v4.</param>
/// <param name="Deviation">|R_b - exact|.</param>
/// <param name="Bound">The largest deviation that passes.</param>
internal sealed record NumberLimit(double Exact, double Value, double Finest, double Deviation, double Bound)
{
    /// <summary>The limit, or null where one of the values is not a number.</summary>
    /// <param name="exact">The exact value.</param>
    /// <param name="coarse">v1, at the rate eta.</param>
    /// <param name="middle">v2, at eta / 2.</param>
    /// <param name="fine">v4, at eta / 4.</param>
    public static NumberLimit? Of(FindingValue exact, FindingValue coarse, FindingValue middle, FindingValue fine)
    {
        if (exact.AsNumber is not { } left || coarse.AsNumber is not { } first || middle.AsNumber is not { } second || fine.AsNumber is not { } third)
            return null;
        RichardsonTest test = RichardsonTest.Of(0, [first], [second], [third], [left]);
        double size = Math.Abs(left);
        double secondOrder = left == 0 ? 0 : Math.Min((first - second) * (first - second) / size, RichardsonTest.SettledShare * size);
        double rounding = RichardsonTest.RoundingShare + (1e-9 * size);
        return new(left, (2 * third) - second, third, test.LimitDeviation, Math.Max(rounding, Math.Max(test.Bound, secondOrder)));
    }
}
