using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Exact solutions against training without events, right and with planted faults.</summary>
public class OrderCheckTests
{
    private static readonly string[] Quantities = ["Preactivation", "OutputWeight", "Logit", "Death", "Dies"];

    public static TheoryData<string> Faults => [.. PlantedTrainers.Keys];

    private static Dictionary<string, PlantedTrainer> PlantedTrainers { get; } = new(StringComparer.Ordinal)
    {
        ["rate 1% too high"] = PlantedTrainer.RateOff(1.01),
        ["rate 1% too low"] = PlantedTrainer.RateOff(0.99),
        ["sum, not mean"] = PlantedTrainer.Summing(),
        ["wrong sign"] = PlantedTrainer.Climbing(),
    };

    [Theory]
    [InlineData(Route.ClosedForm)]
    [InlineData(Route.Flow)]
    public void Right_routes_pass_with_order_1(Route left)
    {
        var verdicts = Judgement.Of(Judgement.Order(left), new PlantedMode().Describe());

        Judgement.AssertPasses(verdicts, Quantities);
        Assert.All(verdicts.Take(3), verdict => Assert.InRange(verdict.Number("order"), 0.9, 1.1));
    }

    [Fact]
    public void The_evidence_is_that_of_the_rule()
    {
        Verdict logit = Judgement.Of(Judgement.Order(), new PlantedMode().Describe()).Single(verdict => verdict.Quantity == "Logit");

        Assert.Equal(100, logit.Number("points"));
        Assert.Equal(20, logit.Number("lastTime"));
        Assert.InRange(logit.Number("settledShare"), 0, 1e-4);
        Assert.Equal(logit.Bound!.Value / 2, logit.Number("refinedBound"));
        Assert.InRange(logit.Number("refinedDeviation"), 0, logit.Bound.Value / 2);
        Assert.Equal(logit.Bound.Value / logit.Number("change"), logit.Number("settledShare"));
    }

    [Fact]
    public void A_coarse_rate_is_halved_until_the_training_settles()
    {
        // At the declared rate a step goes from one time of the grid to the next, which is 2.
        Verdict logit = Judgement.Of(Judgement.Order(), new PlantedMode { Duration = 200, LearningRate = 5 }.Describe()).Single(verdict => verdict.Quantity == "Logit");

        Assert.True(logit.Passed, logit.Explanation);
        double halvings = Math.Log2(2 / logit.Number("learningRate"));
        Assert.Equal(Math.Round(halvings), halvings);
        Assert.InRange(halvings, 1, 10);
    }

    [Fact]
    public void Depth_one_passes() => Judgement.AssertPasses(Judgement.Of(Judgement.Order(), new PlantedPerceptron().Describe()), "Logit");

    [Fact]
    public void One_per_cent_in_the_closed_form_fails_far_beyond_the_bound()
    {
        Verdict logit = Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedMode { ExactLogitFactor = 1.01 }.Describe()), "Logit");

        Assert.InRange(logit.Number("order"), 0.9, 1.1);
        Assert.EndsWith(" The limit of small learning rates is not the exact solution.", logit.Explanation, StringComparison.Ordinal);
        Assert.True(logit.Deviation > 20 * logit.Bound, logit.Explanation);
    }

    [Fact]
    public void One_per_cent_in_the_closed_form_s_rate_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedMode { ExactFrequency = 1.01 * PlantedMode.TrueFrequency }.Describe()), "Logit");

    [Fact]
    public void One_per_cent_in_the_flow_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(Route.Flow), new PlantedMode { FlowFactor = 1.01 }.Describe()), "Logit");

    [Fact]
    public void A_frequency_that_the_closed_form_misses_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedMode { ExactFrequency = 1 }.Describe()), "Logit");

    [Fact]
    public void A_frequency_that_the_trainer_misses_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedMode().Describe(), PlantedTrainer.IgnoringFrequencies()), "Logit");

    [Fact]
    public void A_wrong_sign_in_the_flow_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(Route.Flow), new PlantedMode { FlowSign = -1 }.Describe()), "Logit");

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_trainer_fails(string fault) =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedPerceptron().Describe(), PlantedTrainers[fault]), "Logit");

    [Fact]
    public void A_trainer_whose_runs_never_settle_fails()
    {
        // With a learning rate that does not shrink, time runs ahead of the flow's, and finer runs never come nearer to each other.
        var trainer = new PlantedTrainer(plan => plan with { LearningRate = 0.1 });

        Verdict logit = Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedPerceptron().Describe(), trainer), "Logit");

        Assert.Contains("could not be made fine enough", logit.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Momentum_runs_ahead_of_the_flow_and_fails()
    {
        var trainer = new PlantedTrainer(plan => plan with { Optimizer = Optimizer.Momentum(0.5) });

        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedPerceptron().Describe(), trainer), "Logit");
    }

    [Fact]
    public void Runs_that_do_not_depend_on_the_learning_rate_are_compared_pointwise()
    {
        Verdict logit = Assert.Single(Judgement.Of(Judgement.Order(), new PlantedPerceptron { UsesHinge = true }.Describe()));

        Assert.True(logit.Passed, logit.Explanation);
        Assert.False(logit.Has("order"));
        Assert.InRange(logit.Deviation!.Value, 0, 1e-9);
        Assert.Equal(CrossCheckKind.Order, logit.Check.Kind);
    }

    [Fact]
    public void Runs_that_do_not_depend_on_the_learning_rate_fail_with_one_per_cent_in_the_closed_form() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedPerceptron { UsesHinge = true, ExactFactor = 1.01 }.Describe()), "Logit");

    [Fact]
    public void Runs_that_do_not_depend_on_the_learning_rate_fail_with_a_rate_one_per_cent_off() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Order(), new PlantedPerceptron { UsesHinge = true }.Describe(), PlantedTrainer.RateOff(1.01)), "Logit");

    [Fact]
    public void An_inactive_neuron_passes_as_it_never_moves() =>
        Judgement.AssertPasses(Judgement.Of(Judgement.Order(), new PlantedMode { Preactivation = -0.2 }.Describe()), Quantities);
}
