using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;

namespace PaperFigures.Tests.Nakazato2024;

/// <summary>What the tests of training responses read off a run.</summary>
internal static class Answers
{
    /// <summary>Measured responses rest on thousands of steps, whose roundings another processor's lanes add up in another order; a fitted order of 2 on differences of logits.</summary>
    public static readonly SnapshotSettings Settings = new()
    {
        Relative = 1e-6,
        Absolute = 1e-9,
        Overrides = [new("*FactorOrder*", Relative: 1e-4), new("*deviation", Relative: 0, Absolute: 1e-3)],
    };

    /// <summary>Half a dozen times over a run.</summary>
    public static RunSettings Few(double duration) => new() { Grid = new TimeGrid.At([0, duration / 100, duration / 10, duration / 2, duration]) };

    /// <summary>The one answer of a route.</summary>
    public static RouteResult Answer(this ExperimentRun run, Route route) => run.Points.Single().Routes.Single(candidate => candidate.Route == route);

    /// <summary>A number among the findings.</summary>
    public static double Number(this RouteResult answer, string finding) => answer.FindFinding(finding)!.Value.AsNumber!.Value;

    /// <summary>An observable over the times.</summary>
    public static double[] Series(this RouteResult answer, string observable) => [.. answer.Trajectory.Find(observable)!.Values];

    /// <summary>The values of a map; null where one is missing.</summary>
    public static double?[] Map(this RouteResult answer, string map) => [.. answer.Maps.Single(named => named.Name == map).Map.Values.Select(value => value.AsNumber)];
}
