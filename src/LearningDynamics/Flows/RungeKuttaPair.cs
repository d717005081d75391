namespace LearningDynamics.Flows;

/// <summary>An explicit Runge-Kutta pair: a formula, an error estimate out of the same stages, and a continuous extension.</summary>
/// <remarks>
/// Only data. The last stage lies at the end of the step and its row is the formula itself, so that it is the first stage
/// of the next step. The estimate is |e1|, or e1^2 / sqrt(e1^2 + 0.01 e2^2) where the pair has two.
/// </remarks>
public sealed class RungeKuttaPair
{
    /// <summary>
    /// The order 5 pair with 6 evaluations a step of Dormand and Prince (1980), with a continuous extension of order 5 derived
    /// here (2 more evaluations). For tolerances above about 1e-6, and fields that are only a few times differentiable.
    /// </summary>
    public static readonly RungeKuttaPair DormandPrince54 = DormandPrince54Tableau.Create();

    /// <summary>
    /// The order 8 formula with 12 evaluations a step of Dormand and Prince (1989), with the error estimate of orders 5 and 3
    /// and the continuous extension of order 7 (3 more evaluations) of Hairer, Norsett and Wanner, Solving Ordinary
    /// Differential Equations I, II.5 and II.6. For tight tolerances.
    /// </summary>
    public static readonly RungeKuttaPair DormandPrince853 = DormandPrince853Tableau.Create();

    /// <summary>The pair's usual name.</summary>
    public required string Name { get; init; }

    /// <summary>The order of the formula: its error at a fixed time falls as the step size to this power.</summary>
    public required int Order { get; init; }

    /// <summary>The order of the continuous extension: the largest polynomial degree in t that it reproduces.</summary>
    public required int DenseOrder { get; init; }

    /// <summary>The power of the step size as which the error estimate falls.</summary>
    internal required int EstimateOrder { get; init; }

    /// <summary>The number of stages of a step; the last one is the first of the next step.</summary>
    internal int StageCount => Rows.Length;

    /// <summary>The number of stages of a step with dense output.</summary>
    internal int DenseStageCount => Rows.Length + ExtraRows.Length;

    /// <summary>The coefficient vectors of the continuous extension: state, increment, two for the end slopes, and the rest.</summary>
    internal int DenseRowCount => 4 + DenseRows.Length;

    /// <summary>The nodes c_i of all stages, the extra ones of dense output last.</summary>
    internal required double[] Nodes { get; init; }

    /// <summary>The rows a_ij of the stages; the first is empty and the last is the formula.</summary>
    internal required StageSum[] Rows { get; init; }

    /// <summary>The weights of the error estimate e1.</summary>
    internal required StageSum Estimate { get; init; }

    /// <summary>The weights of the second, cruder estimate e2, or null.</summary>
    internal StageSum? CrudeEstimate { get; init; }

    /// <summary>The rows of the extra stages of dense output.</summary>
    internal required StageSum[] ExtraRows { get; init; }

    /// <summary>The weights of the interpolant's coefficients from the fifth on; see <see cref="NestedPolynomial"/>.</summary>
    internal required StageSum[] DenseRows { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
