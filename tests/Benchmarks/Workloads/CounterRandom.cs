namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>The counter-based random numbers (SplitMix64) that all programs of a comparison draw their data from.</summary>
internal static class CounterRandom
{
    /// <summary>The k-th uniform number in [0, 1) of a stream.</summary>
    public static double Uniform(ulong stream, ulong k)
    {
        ulong z = stream + ((k + 1) * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (z >> 11) * (1.0 / (1UL << 53));
    }
}
