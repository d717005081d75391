namespace LearningDynamics.Experiments;

/// <summary>
/// Compares two routes. With <see cref="Order"/> the trained route is judged by its order of convergence in the learning rate and by its
/// Richardson limits; with <see cref="Seeds"/> by a confidence interval over seeds, with
/// <see cref="Confidence"/> alone by the standard errors of a route that answers with means over runs of its own; otherwise the two are compared point by point.
/// </summary>
/// <param name="left">The reference, such as the closed form.</param>
/// <param name="right">The route under test.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CrossCheckAttribute(Route left, Route right) : Attribute
{
    /// <summary>The reference.</summary>
    public Route Left { get; } = left;

    /// <summary>The route under test.</summary>
    public Route Right { get; } = right;

    /// <summary>Point by point: the allowed deviation relative to the reference's value.</summary>
    public double Relative { get; set; }

    /// <summary>Point by point: the allowed absolute deviation, added to the relative one.</summary>
    public double Absolute { get; set; }

    /// <summary>The order of convergence in the learning rate: 1 for gradient descent.</summary>
    public int Order { get; set; }

    /// <summary>The number of seeds whose mean's confidence interval must contain the reference; at least 2.</summary>
    public int Seeds { get; set; }

    /// <summary>The confidence that the intervals have together, over all times.</summary>
    public double Confidence { get; set; } = 0.99;
}
