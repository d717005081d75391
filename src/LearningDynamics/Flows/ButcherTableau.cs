namespace LearningDynamics.Flows;

/// <summary>The coefficients of an explicit Runge-Kutta pair with a continuous extension. Only data.</summary>
/// <remarks>
/// The last stage lies at the end of the step and its row is the formula itself, so that it is the first stage of the next
/// step. The error estimate is |e1|, or e1^2 / sqrt(e1^2 + 0.01 e2^2) where there is a second one.
/// </remarks>
internal sealed class ButcherTableau
{
    /// <summary>The power of the step size as which the error estimate falls.</summary>
    public required int EstimateOrder { get; init; }

    /// <summary>The exponent a of the present error in <see cref="StepSizeController"/>.</summary>
    public required double PresentExponent { get; init; }

    /// <summary>The exponent b of the previous error there.</summary>
    public required double PreviousExponent { get; init; }

    /// <summary>The nodes c_i of all stages, the extra ones of dense output last.</summary>
    public required double[] Nodes { get; init; }

    /// <summary>The rows a_ij of the stages; the first is empty and the last is the formula.</summary>
    public required StageSum[] Rows { get; init; }

    /// <summary>The weights of the error estimate e1.</summary>
    public required StageSum Estimate { get; init; }

    /// <summary>The weights of the second, cruder estimate e2, or null.</summary>
    public StageSum? CrudeEstimate { get; init; }

    /// <summary>The rows of the extra stages of dense output.</summary>
    public required StageSum[] ExtraRows { get; init; }

    /// <summary>The weights of the interpolant's coefficients r4, r5, ...; see <see cref="NestedPolynomial"/>.</summary>
    public required StageSum[] DenseRows { get; init; }

    /// <summary>The number of stages of a step; the last one is the first of the next step.</summary>
    public int StageCount => Rows.Length;

    /// <summary>The number of stages of a step with dense output.</summary>
    public int DenseStageCount => Rows.Length + ExtraRows.Length;

    /// <summary>The number of coefficient vectors of the continuous extension.</summary>
    public int CoefficientCount => 4 + DenseRows.Length;
}
