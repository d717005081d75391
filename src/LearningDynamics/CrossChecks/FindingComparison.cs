using LearningDynamics.Experiments;
using static System.FormattableString;

namespace LearningDynamics.CrossChecks;

/// <summary>Compares the findings and maps of two routes: labels and flags must be equal, numbers within the check's pointwise tolerance.</summary>
internal static class FindingComparison
{
    /// <summary>A finding that must be equal, or a number that must be within the tolerance.</summary>
    public static Verdict Compare(CrossCheckDescriptor check, Finding left, Finding right)
    {
        if (left.Value.AsNumber is not { } leftNumber || right.Value.AsNumber is not { } rightNumber)
            return Equality(check, left, right);
        double deviation = PointwiseComparison.Deviation(check, leftNumber, rightNumber);
        return WithinBound(check, left.Name, leftNumber, rightNumber, deviation, PointwiseComparison.Bound(check), []);
    }

    /// <summary>Labels, flags and values that may not exist: both must be the same.</summary>
    public static Verdict Equality(CrossCheckDescriptor check, Finding left, Finding right)
    {
        bool passed = left.Value == right.Value;
        return new()
        {
            Check = check,
            QuantityKind = QuantityKind.Finding,
            Quantity = left.Name,
            Passed = passed,
            Explanation = passed
                ? $"{left.Name}: both {left.Value}."
                : $"{left.Name}: {left.Value} by {check.Left.Name()}, but {right.Value} by {check.Right.Name()}.",
            Evidence = [Evidence.InWords("left", left.Value.ToString()), Evidence.InWords("right", right.Value.ToString())],
        };
    }

    /// <summary>A number with a deviation and a bound worked out by the caller.</summary>
    public static Verdict WithinBound(CrossCheckDescriptor check, string name, double left, double right, double deviation, double bound, ReadOnlySpan<Evidence> more) => new()
    {
        Check = check,
        QuantityKind = QuantityKind.Finding,
        Quantity = name,
        Passed = deviation <= bound,
        Deviation = deviation,
        Bound = bound,
        Explanation = Invariant($"{name}: {left:g9} against {right:g9}, deviation {deviation:g3}; allowed {bound:g3}."),
        Evidence = [new("left", left), new("right", right), .. more],
    };

    /// <summary>A map: at every position the values must be equal, or be numbers within the tolerance.</summary>
    public static Verdict Compare(CrossCheckDescriptor check, NamedMap left, NamedMap right) =>
        Compare(check, left, right, index => Agree(check, left.Map.Values[index], right.Map.Values[index]));

    /// <summary>A map whose positions the caller judges; the axes must be the same. The deviation counts the positions that do not agree.</summary>
    public static Verdict Compare(CrossCheckDescriptor check, NamedMap left, NamedMap right, Func<int, bool> agree)
    {
        bool sameAxes = HasAxesOf(left.Map, right.Map);
        int differing = sameAxes ? Enumerable.Range(0, left.Map.Values.Length).Count(index => !agree(index)) : left.Map.Values.Length;
        return new()
        {
            Check = check,
            QuantityKind = QuantityKind.Map,
            Quantity = left.Name,
            Passed = sameAxes && differing == 0,
            Deviation = differing,
            Bound = 0,
            Explanation = sameAxes
                ? $"{left.Name}: {differing} of {left.Map.Values.Length} positions differ."
                : $"{left.Name}: the two maps have different axes.",
            Evidence = [new("positions", left.Map.Values.Length)],
        };
    }

    /// <summary>Whether two maps have the same axes, by name and positions.</summary>
    public static bool HasAxesOf(Map left, Map right) =>
        left.Axes.Length == right.Axes.Length
        && left.Axes.Zip(right.Axes).All(pair => pair.First.Name == pair.Second.Name && pair.First.Values.SequenceEqual(pair.Second.Values));

    private static bool Agree(CrossCheckDescriptor check, FindingValue left, FindingValue right) =>
        left.AsNumber is { } leftNumber && right.AsNumber is { } rightNumber
            ? PointwiseComparison.Deviation(check, leftNumber, rightNumber) <= PointwiseComparison.Bound(check)
            : left == right;
}
