using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

/// <summary>Made-up results with everything that a report can show.</summary>
internal static class SampleResults
{
    public static EnvironmentFingerprint Environment { get; } = new()
    {
        Processor = "Example processor",
        ProcessorCount = 8,
        VectorBits = 256,
        Runtime = ".NET 10.0.0",
        OperatingSystem = "Example system (X64)",
        Packages = [KeyValuePair.Create("LearningDynamics", "0.1.0"), KeyValuePair.Create("MathNet.Numerics", "5.0.0")],
        Trainer = "managed 0.1.0",
        Seed = 7,
        CommandLine = "check 'sample/*' --seed 7",
    };

    /// <summary>A sweep that passes, a run with every kind of map and a failed verdict, and one that was interrupted.</summary>
    public static ResultSet Rich { get; } = new(Environment, [SampleRuns.Sweep, SampleRuns.Maps, SampleRuns.Interrupted]);

    /// <summary>Every kind of declared figure.</summary>
    public static ResultSet Declared { get; } = new(Environment, [DeclaredRuns.Families, DeclaredRuns.Single]);

    /// <summary>Only what passes.</summary>
    public static ResultSet Passing { get; } = new(Environment, [SampleRuns.Sweep]);

    /// <summary>Names and texts that break formats that do not escape.</summary>
    public static ResultSet Hostile { get; } = HostileResults.With("</script><img src=x onerror=\"alert(1)\">&'|`*_$x$ \"quoted\", and\r\nmore ]]> \u0001");

    public static ResultSet Nothing { get; } = new(Environment, []);

    public static Verdict Verdict(CrossCheckDescriptor check, string quantity, double deviation, double bound) => new()
    {
        Check = check,
        QuantityKind = QuantityKind.Observable,
        Quantity = quantity,
        Passed = deviation <= bound,
        Deviation = deviation,
        Bound = bound,
        Explanation = $"{quantity}: explained.",
        Evidence = [new("worstTime", 1.5), new("unknown", null), Evidence.InWords("rule", "smooth")],
    };
}
