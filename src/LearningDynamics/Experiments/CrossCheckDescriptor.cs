namespace LearningDynamics.Experiments;

/// <summary>How two routes are compared.</summary>
public enum CrossCheckKind
{
    /// <summary>Point by point, within a relative and an absolute tolerance.</summary>
    Pointwise,

    /// <summary>By the order of convergence in the learning rate and the Richardson limits.</summary>
    Order,

    /// <summary>By a confidence interval over seeds.</summary>
    Interval,
}

/// <summary>A declared comparison of two routes.</summary>
/// <param name="Left">The reference.</param>
/// <param name="Right">The route under test.</param>
/// <param name="Kind">How they are compared.</param>
public sealed record CrossCheckDescriptor(Route Left, Route Right, CrossCheckKind Kind)
{
    /// <summary>Point by point: the allowed deviation relative to the reference's value.</summary>
    public double Relative { get; init; }

    /// <summary>Point by point: the allowed absolute deviation, added to the relative one.</summary>
    public double Absolute { get; init; }

    /// <summary>The expected order of convergence.</summary>
    public int Order { get; init; } = 1;

    /// <summary>The number of seeds; 0 where the route under test answers with means over runs of its own, and their standard errors.</summary>
    public int Seeds { get; init; }

    /// <summary>The confidence that the intervals have together.</summary>
    public double Confidence { get; init; } = 0.99;

    /// <summary>The comparison in words, such as <c>closed-form vs trained (order)</c>.</summary>
    public override string ToString() => $"{Left.Name()} vs {Right.Name()} ({Kind.Name()})";
}
