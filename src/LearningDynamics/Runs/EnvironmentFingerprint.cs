using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LearningDynamics.Training;

namespace LearningDynamics.Runs;

/// <summary>Where and how results were made: what a reader needs to repeat them or to explain a difference in the last digits.</summary>
public sealed record EnvironmentFingerprint
{
    /// <summary>The processor's name.</summary>
    public required string Processor { get; init; }

    /// <summary>The number of logical processors.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>The widest vectors that are hardware accelerated, in bits; 0 for none.</summary>
    public required int VectorBits { get; init; }

    /// <summary>The .NET runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>The operating system.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The versions of this library and of the libraries that it computes with.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Packages { get; init; }

    /// <summary>The trainer's name and version.</summary>
    public required string Trainer { get; init; }

    /// <summary>The seed that was asked for, or null for each experiment's own.</summary>
    public long? Seed { get; init; }

    /// <summary>The arguments of the program, or null where there is no program.</summary>
    public string? CommandLine { get; init; }

    /// <summary>The fingerprint of this process.</summary>
    /// <param name="settings">The trainer and the seed.</param>
    /// <param name="commandLine">The arguments of the program, or null.</param>
    public static EnvironmentFingerprint Capture(RunSettings settings, string? commandLine = null) => new()
    {
        Processor = ProcessorName.Read(),
        ProcessorCount = Environment.ProcessorCount,
        VectorBits = WidestVector(),
        Runtime = RuntimeInformation.FrameworkDescription,
        OperatingSystem = $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
        Packages =
        [
            Version("LearningDynamics", typeof(EnvironmentFingerprint).Assembly),
            Version("MathNet.Numerics", typeof(MathNet.Numerics.Constants).Assembly),
            Version("System.Numerics.Tensors", typeof(System.Numerics.Tensors.TensorPrimitives).Assembly),
        ],
        Trainer = $"{settings.Trainer.Name} {settings.Trainer.Version}",
        Seed = settings.Seed,
        CommandLine = commandLine,
    };

    private static int WidestVector()
    {
        if (Vector512.IsHardwareAccelerated)
            return 512;
        if (Vector256.IsHardwareAccelerated)
            return 256;
        return Vector128.IsHardwareAccelerated ? 128 : 0;
    }

    private static KeyValuePair<string, string> Version(string name, Assembly assembly)
    {
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        int build = version.IndexOf('+', StringComparison.Ordinal);
        return KeyValuePair.Create(name, build < 0 ? version : version[..build]);
    }
}
