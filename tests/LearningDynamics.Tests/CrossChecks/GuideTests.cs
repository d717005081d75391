using System.Runtime.CompilerServices;
using LearningDynamics.CrossChecks;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>The guide to cross-checks names the evidence that verdicts carry, and the numbers of the rules.</summary>
public class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Folder(), "../../../docs/guide/cross-checks.md"));

    [Fact]
    public void Every_piece_of_evidence_is_explained()
    {
        Verdict[] verdicts =
        [
            .. Judgement.Of(Judgement.Pointwise(), new PlantedMode().Describe()),
            .. Judgement.Of(Judgement.Order(), new PlantedMode().Describe()),
            .. Judgement.Of(Judgement.Order(), PlantedMode.Dying.Describe()),
            .. Judgement.Of(StochasticDecay.Check, new StochasticDecay().Describe()),
        ];

        Assert.All(verdicts.SelectMany(verdict => verdict.Evidence).Select(evidence => evidence.Name).Distinct(), name => Assert.Contains($"`{name}`", Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void The_numbers_are_those_of_the_rules()
    {
        Assert.Equal(1e-4, RichardsonTest.SettledShare);
        Assert.Equal(1e-12, RichardsonTest.RoundingShare);
        Assert.Equal(0.1, OrderCheck.OrderTolerance);
        Assert.Equal(100, TrainingStudy.Intervals);
        Assert.All(new[] { "B <= 1e-4 ||v4 - v(0)||", "1e-12 of ||v4||", "within 0.1 of the declared one", "100 equal intervals", "16 rates" }, text => Assert.Contains(text, Guide, StringComparison.Ordinal));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
