using LearningDynamics.Data;
using MathNet.Numerics;

namespace PaperFigures.Nakazato2024;

/// <summary>What can be done to the bits of x_o: so many of its set bits removed, so many added. All inputs that it leads to have the same kernel.</summary>
/// <param name="Removed">How many bits that are set in x_o are not set in x.</param>
/// <param name="Added">How many bits that are not set in x_o are set in x.</param>
/// <param name="Inputs">To how many inputs it leads.</param>
/// <param name="Norm">The root mean square of x, in units in which a bit is -1 or 1, or 0 or 1.</param>
/// <param name="TrainedNorm">That of x_o.</param>
/// <param name="Cosine">The cosine of the two; 0 where x is 0.</param>
internal readonly record struct BitChange(int Removed, int Added, double Inputs, double Norm, double TrainedNorm, double Cosine)
{
    /// <summary>The Hamming distance.</summary>
    public int Distance => Removed + Added;

    /// <summary>No change: x_o itself.</summary>
    public static BitChange None(ResponseSetting setting) => Of(setting, 0, 0);

    /// <summary>All changes, in the order of <see cref="HammingGroups.ByChange"/>.</summary>
    public static IEnumerable<BitChange> All(ResponseSetting setting) =>
        from removed in Enumerable.Range(0, setting.SetBits + 1)
        from added in Enumerable.Range(0, setting.InputSize - setting.SetBits + 1)
        select Of(setting, removed, added);

    private static BitChange Of(ResponseSetting setting, int removed, int added)
    {
        double size = setting.InputSize, ones = setting.SetBits, left = ones - removed, then = left + added;
        double inputs = SpecialFunctions.Binomial(setting.SetBits, removed) * SpecialFunctions.Binomial(setting.InputSize - setting.SetBits, added);
        return setting.Encoding == HypercubeEncoding.Signed
            ? new(removed, added, inputs, 1, 1, (size - (2.0 * (removed + added))) / size)
            : new(removed, added, inputs, Math.Sqrt(then / size), Math.Sqrt(ones / size), then == 0 ? 0 : Math.Min(1, left / Math.Sqrt(then * ones)));
    }
}
