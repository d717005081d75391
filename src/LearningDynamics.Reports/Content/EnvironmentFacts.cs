using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>Where and how results were made, as names and texts to show.</summary>
internal static class EnvironmentFacts
{
    /// <summary>The facts, in the order in which they are shown.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Of(EnvironmentFingerprint environment) =>
    [
        KeyValuePair.Create("Processor", environment.Processor),
        KeyValuePair.Create("Logical processors", NumberText.Of(environment.ProcessorCount)),
        KeyValuePair.Create("Vector width", environment.VectorBits == 0 ? "none" : $"{NumberText.Of(environment.VectorBits)} bits"),
        KeyValuePair.Create("Runtime", environment.Runtime),
        KeyValuePair.Create("Operating system", environment.OperatingSystem),
        .. environment.Packages,
        KeyValuePair.Create("Trainer", environment.Trainer),
        KeyValuePair.Create("Seed", environment.Seed is { } seed ? NumberText.Of(seed) : "each experiment's own"),
        KeyValuePair.Create("Command line", environment.CommandLine ?? NumberText.Missing),
    ];
}
