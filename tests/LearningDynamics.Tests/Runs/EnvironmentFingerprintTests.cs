using LearningDynamics.Runs;

namespace LearningDynamics.Tests.Runs;

public class EnvironmentFingerprintTests
{
    [Fact]
    public void Every_fact_is_there()
    {
        EnvironmentFingerprint fingerprint = EnvironmentFingerprint.Capture(new() { Seed = 5 }, "check --seed 5");

        Assert.False(string.IsNullOrWhiteSpace(fingerprint.Processor));
        Assert.Equal(Environment.ProcessorCount, fingerprint.ProcessorCount);
        Assert.Contains(fingerprint.VectorBits, new[] { 0, 128, 256, 512 });
        Assert.StartsWith(".NET ", fingerprint.Runtime, StringComparison.Ordinal);
        Assert.Contains("(", fingerprint.OperatingSystem, StringComparison.Ordinal);
        Assert.Equal(["LearningDynamics", "MathNet.Numerics", "System.Numerics.Tensors"], fingerprint.Packages.Select(package => package.Key));
        Assert.All(fingerprint.Packages, package => Assert.Matches("^[0-9]+\\.[0-9]+", package.Value));
        Assert.Matches("^managed [0-9]+\\.[0-9]+\\.[0-9]+$", fingerprint.Trainer);
        Assert.Equal(5, fingerprint.Seed);
        Assert.Equal("check --seed 5", fingerprint.CommandLine);
    }

    [Fact]
    public void What_was_not_said_is_null()
    {
        EnvironmentFingerprint fingerprint = EnvironmentFingerprint.Capture(new());

        Assert.Null(fingerprint.Seed);
        Assert.Null(fingerprint.CommandLine);
    }
}
