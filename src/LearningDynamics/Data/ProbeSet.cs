using System.Globalization;

namespace LearningDynamics.Data;

/// <summary>
/// Inputs at which something is measured, however often. They are kept component by component, so that measurements run over many at once; a set
/// never changes and may be shared between threads.
/// </summary>
public sealed class ProbeSet
{
    /// <summary>How many probes a batch holds at most. What a layer of 128 neurons puts out for a batch then stays in the second-level cache.</summary>
    internal const int LargestBatch = 64;

    // The widest vectors hold as many; every narrower one divides it.
    private const int LaneCount = 8;

    private readonly double[] columns;

    private ProbeSet(int count, int inputSize)
    {
        Count = count;
        InputSize = inputSize;
        BatchSize = Math.Min(LargestBatch, Pad(count, LaneCount));
        PaddedCount = Pad(count, BatchSize);
        columns = new double[checked(PaddedCount * inputSize)];
    }

    /// <summary>The number of probes, at least 1.</summary>
    public int Count { get; }

    /// <summary>The number of components of each.</summary>
    public int InputSize { get; }

    /// <summary>How many probes are measured at once, a multiple of the number of lanes.</summary>
    internal int BatchSize { get; }

    /// <summary>The number of probes with those, all zero, that fill the last batch.</summary>
    internal int PaddedCount { get; }

    /// <summary>The probes of given coordinates.</summary>
    /// <param name="count">The number of probes, at least 1.</param>
    /// <param name="inputSize">The number of components of each, at least 1.</param>
    /// <param name="coordinate">The value of a component: takes the probe, then the component, both from 0. Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <exception cref="ArgumentException">A coordinate is not finite.</exception>
    public static ProbeSet Create(int count, int inputSize, Func<int, int, double> coordinate)
    {
        ArgumentNullException.ThrowIfNull(coordinate);
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "There must be at least 1 probe.");
        if (inputSize < 1)
            throw new ArgumentOutOfRangeException(nameof(inputSize), inputSize, "A probe has at least 1 component.");
        var probes = new ProbeSet(count, inputSize);
        for (int i = 0; i < inputSize; i++)
        {
            Span<double> column = probes.columns.AsSpan(i * probes.PaddedCount, count);
            for (int p = 0; p < count; p++)
            {
                column[p] = coordinate(p, i);
                if (!double.IsFinite(column[p]))
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Component {i} of probe {p} is {column[p]}; it must be finite."), nameof(coordinate));
            }
        }

        return probes;
    }

    /// <summary>Given probes.</summary>
    /// <param name="probes">At least one, all of one length.</param>
    /// <exception cref="ArgumentException">There is none, their lengths differ, or a component is not finite.</exception>
    public static ProbeSet FromInputs(params IReadOnlyList<double[]> probes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        if (probes.Count == 0)
            throw new ArgumentException("There must be at least one probe.", nameof(probes));
        for (int p = 1; p < probes.Count; p++)
        {
            if (probes[p].Length != probes[0].Length)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Probe {p} has {probes[p].Length} components and probe 0 has {probes[0].Length}; all must have as many."), nameof(probes));
        }

        return Create(probes.Count, probes[0].Length, (probe, component) => probes[probe][component]);
    }

    /// <summary>One component of all probes, with the zeros that fill the last batch.</summary>
    internal ReadOnlySpan<double> Column(int component) => columns.AsSpan(component * PaddedCount, PaddedCount);

    private static int Pad(int count, int multiple) => checked((count + multiple - 1) / multiple * multiple);
}
