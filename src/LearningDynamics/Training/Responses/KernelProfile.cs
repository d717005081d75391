using System.Globalization;
using LearningDynamics.Data;

namespace LearningDynamics.Training;

/// <summary>
/// Mean and spread of a kernel over groups of inputs, gathered from any number of networks: the response kernel against the Hamming distance.
/// </summary>
/// <param name="groups">The group of each input.</param>
public sealed class KernelProfile(HammingGroups groups)
{
    private readonly long[] counts = new long[groups.Count];
    private readonly double[] means = new double[groups.Count];
    private readonly double[] squares = new double[groups.Count];

    /// <summary>The number of groups.</summary>
    public int GroupCount => counts.Length;

    /// <summary>The mean of each group over inputs and networks; 0 before anything was added.</summary>
    public ReadOnlySpan<double> Means => means;

    /// <summary>How many values a group's mean is of.</summary>
    /// <param name="group">The group, from 0.</param>
    public long Count(int group) => counts[group];

    /// <summary>The standard deviation of a group over inputs and networks (of the values, not of their mean); 0 where there are fewer than two.</summary>
    /// <param name="group">The group, from 0.</param>
    public double Spread(int group) => counts[group] > 1 ? Math.Sqrt(squares[group] / (counts[group] - 1)) : 0;

    /// <summary>Adds one network's kernel.</summary>
    /// <param name="kernel">A finite value for each input.</param>
    /// <exception cref="ArgumentException">There is not one value for each input.</exception>
    /// <exception cref="ArithmeticException">A value is not finite.</exception>
    public void Add(ReadOnlySpan<double> kernel)
    {
        ReadOnlySpan<int> group = groups.Groups;
        if (kernel.Length != group.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {kernel.Length} values for {group.Length} inputs."), nameof(kernel));
        for (int input = 0; input < kernel.Length; input++)
        {
            double value = kernel[input];
            if (!double.IsFinite(value))
                throw new ArithmeticException(string.Create(CultureInfo.InvariantCulture, $"The kernel at input {input} is {value}."));
            // Welford's recursion: no cancellation however small the spread.
            int g = group[input];
            counts[g]++;
            double fromOldMean = value - means[g];
            means[g] += fromOldMean / counts[g];
            squares[g] += fromOldMean * (value - means[g]);
        }
    }

    /// <summary>Adds all that another profile over the same groups has gathered.</summary>
    /// <param name="other">The other profile.</param>
    /// <exception cref="ArgumentException">It has another number of groups.</exception>
    public void Add(KernelProfile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.GroupCount != GroupCount)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"It has {other.GroupCount} groups, this profile {GroupCount}."), nameof(other));
        for (int g = 0; g < counts.Length; g++)
        {
            if (other.counts[g] == 0)
                continue;
            long total = counts[g] + other.counts[g];
            double difference = other.means[g] - means[g], share = (double)other.counts[g] / total;
            squares[g] += other.squares[g] + (difference * difference * share * counts[g]);
            means[g] += difference * share;
            counts[g] = total;
        }
    }
}
