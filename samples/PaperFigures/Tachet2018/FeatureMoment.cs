using static System.FormattableString;

namespace PaperFigures.Tachet2018;

/// <summary>
/// The first moment at which every example type has the target confidence: what is each feature worth then on its own, and what would it be worth had every other feature been removed?
/// </summary>
internal sealed class FeatureMoment
{
    private readonly double? time;
    private readonly double[] confidences;
    private readonly double[] withoutOthers;

    /// <summary>Looks at the moment.</summary>
    /// <param name="features">How many features there are.</param>
    /// <param name="time">When it is; null or infinity if it does not come.</param>
    /// <param name="confidence">The confidence on a feature alone, at a time.</param>
    /// <param name="withoutOther">The same in the run without the other features.</param>
    public FeatureMoment(int features, double? time, Func<int, double, double> confidence, Func<int, double, double> withoutOther)
    {
        this.time = time < double.PositiveInfinity ? time : null;
        double[] At(Func<int, double, double> value) => [.. Enumerable.Range(0, features).Select(feature => this.time is { } moment ? value(feature, moment) : 0)];
        confidences = At(confidence);
        withoutOthers = At(withoutOther);
    }

    /// <summary>For each feature its confidence divided by that without the others; null where the moment does not come.</summary>
    public double?[] StarvationRatio => [.. confidences.Zip(withoutOthers, (confidence, alone) => time is null ? (double?)null : confidence / alone)];

    /// <summary>The same in words.</summary>
    /// <param name="target">The target confidence.</param>
    /// <param name="duration">Until when the run lasted.</param>
    public string InWords(double target, double duration)
    {
        if (time is not { } moment)
            return Invariant($"until t = {duration} not every example type reaches {Percent(target)}");
        IEnumerable<string> parts = confidences.Select((confidence, feature) => Invariant(
            $"feature {feature + 1} ends at {Percent(confidence)} on its own, against {Percent(withoutOthers[feature])} without {Others(feature)}"));
        return Invariant($"when every example type has reached {Percent(target)}, at t = {moment:g3}, {string.Join("; ", parts)}");
    }

    private string Others(int feature) => confidences.Length == 2 ? Invariant($"feature {2 - feature}") : "the others";

    /// <summary>A confidence in percent, with as many decimals as tell it from 100%.</summary>
    private static string Percent(double confidence)
    {
        int decimals = (int)Math.Clamp(Math.Ceiling(-Math.Log10(1 - confidence)) - 2, 0, 12);
        return Invariant($"{Math.Round(100 * confidence, decimals)}%");
    }
}
