using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Findings and maps of runs at three rates against exact ones.</summary>
public class FindingLimitsTests
{
    [Fact]
    public void A_label_is_that_of_the_finest_run()
    {
        Assert.True(Judge(FindingValue.Of("A"), FindingValue.Of("B"), FindingValue.Of("B"), FindingValue.Of("A")).Passed);
        Assert.False(Judge(FindingValue.Of("A"), FindingValue.Of("A"), FindingValue.Of("A"), FindingValue.Of("B")).Passed);
        Assert.True(Judge(FindingValue.Missing, FindingValue.Of(3.0), FindingValue.Missing, FindingValue.Missing).Passed);
    }

    [Fact]
    public void A_number_that_some_rates_do_not_have_fails_and_says_so()
    {
        Verdict verdict = Judge(FindingValue.Of(3.0), FindingValue.Missing, FindingValue.Of(3.0), FindingValue.Of(3.0));

        Assert.False(verdict.Passed);
        Assert.Equal("Outcome: 3 by closed-form, but none by trained.", verdict.Explanation);
    }

    [Fact]
    public void A_map_s_numbers_are_judged_by_their_limits_and_its_labels_by_equality()
    {
        Assert.True(JudgeMap(2, [2.02, 2.01, 2.005], "Learned").Passed);
        Assert.False(JudgeMap(2.02, [2.02, 2.01, 2.005], "Learned").Passed);
        Assert.False(JudgeMap(2, [2.02, 2.01, 2.005], "Collapsed").Passed);
    }

    private static Verdict Judge(FindingValue exact, params FindingValue[] runs)
    {
        RouteResult[] results = [.. runs.Prepend(exact).Select(value => Answers.ClosedForm.With(new Finding("Outcome", value)))];
        return Assert.Single(new FindingLimits(Judgement.Order(), results[0], results[1], results[2], results[3], 0.1).Judge());
    }

    private static Verdict JudgeMap(double exact, double[] runs, string label)
    {
        RouteResult[] results = [.. runs.Select(value => Answers.ClosedForm.With(Plane(value, label)))];
        return Assert.Single(new FindingLimits(Judgement.Order(), Answers.ClosedForm.With(Plane(exact, "Learned")), results[0], results[1], results[2], 0.1).Judge());
    }

    private static Map Plane(double number, string label) => new([new("x", [0, 1])], [FindingValue.Of(number), FindingValue.Of(label)]);
}
