using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Findings and maps of two routes: labels equal, numbers within the tolerance or at their limit.</summary>
public class FindingComparisonTests
{
    public static TheoryData<string, bool> Pairs { get; } = new()
    {
        { "equal labels", true },
        { "different labels", false },
        { "labels of different case", false },
        { "equal flags", true },
        { "different flags", false },
        { "both missing", true },
        { "one missing", false },
        { "number against label", false },
        { "close numbers", true },
        { "distant numbers", false },
    };

    private static Dictionary<string, (FindingValue Left, FindingValue Right)> Values { get; } = new(StringComparer.Ordinal)
    {
        ["equal labels"] = (FindingValue.Of("Learned"), FindingValue.Of("Learned")),
        ["different labels"] = (FindingValue.Of("Learned"), FindingValue.Of("Collapsed")),
        ["labels of different case"] = (FindingValue.Of("Inactive"), FindingValue.Of("inactive")),
        ["equal flags"] = (FindingValue.Of(true), FindingValue.Of(true)),
        ["different flags"] = (FindingValue.Of(true), FindingValue.Of(false)),
        ["both missing"] = (FindingValue.Missing, FindingValue.Missing),
        ["one missing"] = (FindingValue.Of(1.0), FindingValue.Missing),
        ["number against label"] = (FindingValue.Of(1.0), FindingValue.Of("1")),
        ["close numbers"] = (FindingValue.Of(1.0), FindingValue.Of(1.009)),
        ["distant numbers"] = (FindingValue.Of(1.0), FindingValue.Of(1.011)),
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Findings_agree_when_they_are_the_same_or_close(string pair, bool passes)
    {
        (FindingValue left, FindingValue right) = Values[pair];

        Verdict verdict = Assert.Single(Answers.Judge(Answers.ClosedForm.With(new Finding("Outcome", left)), Answers.Flow().With(new Finding("Outcome", right))));

        Assert.Equal(passes, verdict.Passed);
        Assert.Equal(QuantityKind.Finding, verdict.QuantityKind);
    }

    [Fact]
    public void Maps_agree_when_every_position_does()
    {
        Map labels = Plane([0, 1], "Learned", "Collapsed"), numbers = new([new("x", [0, 1])], [FindingValue.Of(1.0), FindingValue.Of(2.0)]);

        Assert.True(Judge(labels, Plane([0, 1], "Learned", "Collapsed")).Passed);
        Verdict differing = Judge(labels, Plane([0, 1], "Learned", "Learned"));
        Assert.False(differing.Passed);
        Assert.Equal(1, differing.Deviation);
        Assert.Equal("Plane: 1 of 2 positions differ.", differing.Explanation);
        Assert.True(Judge(numbers, new([new("x", [0, 1])], [FindingValue.Of(1.0), FindingValue.Of(2.01)])).Passed);
        Assert.False(Judge(numbers, new([new("x", [0, 1])], [FindingValue.Of(1.0), FindingValue.Of(2.03)])).Passed);
    }

    [Fact]
    public void Maps_over_other_axes_fail_though_their_values_are_the_same()
    {
        Map map = Plane([0, 1], "Learned", "Collapsed");

        Assert.Equal("Plane: the two maps have different axes.", Judge(map, Plane([0, 2], "Learned", "Collapsed")).Explanation);
        Assert.False(Judge(map, new([new("y", [0, 1])], map.Values)).Passed);
        Assert.False(Judge(map, new([new("x", [0, 1]), new("y", [0])], map.Values)).Passed);
    }

    [Fact]
    public void A_number_passes_at_its_richardson_limit_and_fails_one_per_cent_away()
    {
        // v(eta) = 2 + 0.1 eta + 0.02 eta^2 at eta = 0.4, 0.2, 0.1.
        FindingValue[] runs = [.. new[] { 0.4, 0.2, 0.1 }.Select(rate => FindingValue.Of(2 + (0.1 * rate) + (0.02 * rate * rate)))];

        NumberLimit right = NumberLimit.Of(FindingValue.Of(2.0), runs[0], runs[1], runs[2])!;
        Assert.True(right.Deviation <= right.Bound);
        Assert.True(right.Bound <= 0.02 * 0.4 * 0.4);
        NumberLimit wrong = NumberLimit.Of(FindingValue.Of(2.02), runs[0], runs[1], runs[2])!;
        Assert.True(wrong.Deviation > wrong.Bound);
    }

    [Fact]
    public void A_number_whose_second_order_vanishes_is_allowed_the_size_of_one_but_never_more_than_the_settled_share()
    {
        NumberLimit limit = NumberLimit.Of(FindingValue.Of(2.0), FindingValue.Of(2.01), FindingValue.Of(2.005), FindingValue.Of(2.0025))!;
        Assert.Equal(0.005 * 0.005 / 2, limit.Bound, 1e-15);

        NumberLimit coarse = NumberLimit.Of(FindingValue.Of(2.0), FindingValue.Of(2.4), FindingValue.Of(2.2), FindingValue.Of(2.1))!;
        Assert.Equal(2e-4, coarse.Bound, 1e-15);
        Assert.Null(NumberLimit.Of(FindingValue.Of(2.0), FindingValue.Missing, FindingValue.Of(2.2), FindingValue.Of(2.1)));
    }

    private static Verdict Judge(Map left, Map right) => Assert.Single(Answers.Judge(Answers.ClosedForm.With(left), Answers.Flow().With(right), relative: 1e-2));

    private static Map Plane(double[] positions, params string[] labels) => new([new("x", [.. positions])], [.. labels.Select(FindingValue.Of)]);
}
