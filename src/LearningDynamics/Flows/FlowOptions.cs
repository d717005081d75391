namespace LearningDynamics.Flows;

/// <summary>How accurately, and at what cost, a flow is integrated.</summary>
/// <remarks>
/// Each step keeps its estimated error below AbsoluteTolerance + RelativeTolerance * |x| in every component. Errors of
/// single steps add up, and the flow may amplify them; the tolerances do not bound the error of the solution.
/// </remarks>
public sealed record FlowOptions
{
    /// <summary>The largest estimated error of a step relative to each component, in [1e-14, 0.1]. Default 1e-12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [1e-14, 0.1].</exception>
    public double RelativeTolerance
    {
        get;
        init => field = value is >= 1e-14 and <= 0.1 ? value
            : throw new ArgumentOutOfRangeException(nameof(RelativeTolerance), value, "A relative tolerance lies in [1e-14, 0.1]: doubles carry no more than 16 digits.");
    }

    = 1e-12;

    /// <summary>
    /// The largest estimated error of a step that is let pass however small the component is, above 0. Default 1e-16.
    /// </summary>
    /// <remarks>
    /// Components below AbsoluteTolerance / RelativeTolerance (1e-4 by default) lose relative accuracy. Networks that start
    /// near the origin leave it along growing modes, which keep every early relative error: lower it for starts below 1e-6.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or not finite.</exception>
    public double AbsoluteTolerance
    {
        get;
        init => field = RequirePositive(value, nameof(AbsoluteTolerance));
    }

    = 1e-16;

    /// <summary>The most trial steps, kept or thrown away, before the integration fails. At least 1; default 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaximumSteps
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaximumSteps), value, "At least one step is needed.");
    }

    = 100_000;

    /// <summary>The size of the first step, above 0, or null (the default) to choose it from the field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or not finite.</exception>
    public double? InitialStep
    {
        get;
        init => field = value is { } step ? RequirePositive(step, nameof(InitialStep)) : null;
    }

    /// <summary>The largest step, above 0, or null (the default) for no limit. Set it where the field has short features far apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or not finite.</exception>
    public double? MaximumStep
    {
        get;
        init => field = value is { } step ? RequirePositive(step, nameof(MaximumStep)) : null;
    }

    /// <summary>
    /// Whether the solution can be evaluated between its ends (the default). Without it, only the ends and the events are
    /// kept, memory does not grow with the steps, and the extra stages of dense output are spent only where events are watched.
    /// </summary>
    public bool DenseOutput { get; init; } = true;

    /// <summary>The Runge-Kutta pair. Default <see cref="RungeKuttaPair.DormandPrince853"/>, the cheaper one at tight tolerances.</summary>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public RungeKuttaPair Pair
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Pair));
    }

    = RungeKuttaPair.DormandPrince853;

    private static double RequirePositive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "It must be above 0 and finite.");
}
