using LearningDynamics.Numerics;

namespace PaperFigures.Nakazato2024;

/// <summary>The epochs at which one answer needs to look at a network: those asked for, those of the kernel, and those that exponents and rates are fitted over.</summary>
internal sealed class ResponseGrid
{
    private const int EvenIntervals = 200;

    /// <summary>Chooses the epochs.</summary>
    /// <param name="times">The times asked for, each moved to the nearest epoch.</param>
    /// <param name="epochs">The last epoch.</param>
    public ResponseGrid(IEnumerable<double> times, long epochs)
    {
        Asked = [.. times.Select(time => (long)Math.Round(time)).Distinct()];
        Kernel = KernelEpochs(epochs);
        LastDecade = epochs < 10 ? [] : [.. PowerLaw.LastDecade(epochs).Select(time => (long)Math.Round(time)).Distinct()];
        long[] even = [.. Enumerable.Range(0, EvenIntervals + 1).Select(index => index * epochs / EvenIntervals)];
        All = [.. Asked.Concat(Kernel).Concat(LastDecade).Concat(even).Distinct().Order()];
    }

    /// <summary>The epochs asked for.</summary>
    public long[] Asked { get; }

    /// <summary>The epochs at which the kernel is measured over all probes: 0, the powers of ten, and the last.</summary>
    public long[] Kernel { get; }

    /// <summary>What a power of the time is fitted over.</summary>
    public long[] LastDecade { get; }

    /// <summary>All of them with even ones between, which rates are fitted over; increasing.</summary>
    public long[] All { get; }

    /// <summary>Where the given epochs are among all.</summary>
    public int[] Places(long[] epochs) => [.. epochs.Select(epoch => Array.BinarySearch(All, epoch))];

    /// <summary>The epochs of the kernel.</summary>
    public static long[] KernelEpochs(long epochs)
    {
        var chosen = new SortedSet<long> { 0, epochs };
        for (long power = 1; power <= epochs; power *= 10)
            chosen.Add(power);
        return [.. chosen];
    }
}
