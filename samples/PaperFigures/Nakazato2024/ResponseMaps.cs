using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>Kernels as maps, the same for measured and exact ones. A value that no seed has is missing.</summary>
internal static class ResponseMaps
{
    /// <summary>A kernel over Hamming distances, from 0 on.</summary>
    public static Map ByDistance(double[] kernel) => new([Distances(kernel.Length)], [.. kernel.Select(value => FindingValue.Of(value))]);

    /// <summary>The mean kernel over Hamming distances and epochs.</summary>
    public static Map ByDistance(IEnumerable<long> epochs, IReadOnlyList<KernelProfile> kernels) => OverEpochs(epochs, kernels, (kernel, distance) => kernel.Means[distance]);

    /// <summary>The standard deviation of the kernel over Hamming distances and epochs.</summary>
    public static Map SpreadByDistance(IEnumerable<long> epochs, IReadOnlyList<KernelProfile> kernels) => OverEpochs(epochs, kernels, (kernel, distance) => kernel.Spread(distance));

    /// <summary>The mean kernel over the numbers of removed and added bits.</summary>
    public static Map ByBits(ResponseSetting setting, KernelProfile kernel) =>
        new([Counts("Removed", setting.SetBits), Counts("Added", setting.InputSize - setting.SetBits)], [.. Enumerable.Range(0, kernel.GroupCount).Select(group => Value(kernel, group, kernel.Means[group]))]);

    private static Map OverEpochs(IEnumerable<long> epochs, IReadOnlyList<KernelProfile> kernels, Func<KernelProfile, int, double> number) => new(
        [Distances(kernels[0].GroupCount), new("Epoch", [.. epochs.Select(epoch => (double)epoch)])],
        [.. from distance in Enumerable.Range(0, kernels[0].GroupCount) from kernel in kernels select Value(kernel, distance, number(kernel, distance))]);

    private static MapAxis Distances(int count) => Counts("Distance", count - 1);

    private static MapAxis Counts(string name, int last) => new(name, [.. Enumerable.Range(0, last + 1).Select(value => (double)value)]);

    private static FindingValue Value(KernelProfile kernel, int group, double number) => kernel.Count(group) > 0 ? FindingValue.Of(number) : FindingValue.Missing;
}
