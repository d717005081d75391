using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>How much work a route did.</summary>
/// <param name="Name">What is counted, such as <c>steps</c>.</param>
/// <param name="Count">How many.</param>
public sealed record WorkCount(string Name, long Count);

/// <summary>The answer of one route at one point of the parameters.</summary>
public sealed record RouteResult
{
    /// <summary>Which route.</summary>
    public required Route Route { get; init; }

    /// <summary>What was measured over time.</summary>
    public required Trajectory Trajectory { get; init; }

    /// <summary>What the whole run showed.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Values over declared axes.</summary>
    public ImmutableArray<NamedMap> Maps { get; init; } = [];

    /// <summary>The times at which the trajectory has a kink, increasing.</summary>
    public ImmutableArray<double> EventTimes { get; init; } = [];

    /// <summary>How much work it was.</summary>
    public ImmutableArray<WorkCount> Work { get; init; } = [];

    /// <summary>The standard errors where the route answers with means over independent runs, else null.</summary>
    public StandardErrors? StandardErrors { get; init; }

    /// <summary>The finding of that name, or null where the route does not give it.</summary>
    /// <param name="name">The name, by its case.</param>
    public Finding? FindFinding(string name) => Findings.FirstOrDefault(finding => finding.Name == name);
}
