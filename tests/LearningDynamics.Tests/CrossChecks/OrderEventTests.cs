using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Exact solutions against training across the death of a neuron, at t = 4.676649837797826.</summary>
public class OrderEventTests
{
    private const double DeathTime = 4.676649837797826;

    private static readonly string[] Quantities = ["Preactivation", "OutputWeight", "Logit", "Death", "Dies"];

    [Theory]
    [InlineData(Route.ClosedForm)]
    [InlineData(Route.Flow)]
    public void Right_routes_pass_both_the_smooth_rule_and_the_fit(Route left)
    {
        var verdicts = Judgement.Of(Judgement.Order(left), PlantedMode.Dying.Describe());

        Judgement.AssertPasses(verdicts, Quantities);
        foreach (Verdict verdict in verdicts.Take(3))
        {
            Assert.InRange(verdict.Number("order"), 0.9, 1.1);
            Assert.InRange(verdict.Number("fittedOrder"), 0.9, 1.1);
            Assert.Equal(DeathTime, verdict.Number("eventTime"), 1e-9);
            Assert.InRange(verdict.Number("lastTime"), 4, DeathTime - (3 * verdict.Number("learningRate")));
            // The rates' steps are whole numbers, so the factor of 16 is met up to one of the at least 8 steps.
            Assert.InRange(verdict.Number("coarsestLearningRate") / verdict.Number("finestLearningRate"), 15, 17);
        }
    }

    [Fact]
    public void The_time_of_death_passes_and_one_per_cent_in_it_fails()
    {
        Verdict right = Judgement.Of(Judgement.Order(), PlantedMode.Dying.Describe()).Single(verdict => verdict.Quantity == "Death");
        Assert.InRange(right.Bound!.Value, 0, 0.001 * DeathTime);

        Judgement.AssertFails(Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { ExactFrequency = 1.01 * PlantedMode.TrueFrequency }).Describe()), "Death");
    }

    [Fact]
    public void One_per_cent_in_the_closed_form_fails_before_the_event()
    {
        Verdict weight = Judgement.AssertFails(
            Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { ExactFrequency = 1.01 * PlantedMode.TrueFrequency }).Describe()), "OutputWeight");

        Assert.False(weight.Has("fittedOrder"));
    }

    [Fact]
    public void A_right_route_passes_the_fit_alone_where_the_event_comes_too_early_for_the_smooth_rule()
    {
        // Two of the grid's times, 2 and 4, lie before the event.
        Verdict weight = Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { Duration = 200 }).Describe()).Single(verdict => verdict.Quantity == "OutputWeight");

        Assert.True(weight.Passed, weight.Explanation);
        Assert.False(weight.Has("order"));
        Assert.Contains("too few times before the event", weight.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(0.99)]
    public void The_fit_alone_fails_with_a_trainer_one_per_cent_off(double factor)
    {
        Verdict logit = Judgement.AssertFails(
            Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { Duration = 200 }).Describe(), PlantedTrainer.RateOff(factor)), "Preactivation");

        Assert.True(Math.Abs(logit.Number("fittedOrder") - 1) > 0.1, logit.Explanation);
    }

    [Fact]
    public void The_fit_alone_fails_with_one_per_cent_in_the_closed_form()
    {
        var verdicts = Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { Duration = 200, ExactLogitFactor = 1.01 }).Describe());

        Judgement.AssertFails(verdicts, "Logit");
    }

    [Fact]
    public void A_rate_too_coarse_to_leave_times_before_the_event_is_halved()
    {
        // The grid's times are whole numbers, of which four lie before the event, but three steps of 1 reach back to 1.7.
        Verdict weight = Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { Duration = 100, LearningRate = 1 }).Describe()).Single(verdict => verdict.Quantity == "OutputWeight");

        Assert.True(weight.Passed, weight.Explanation);
        Assert.True(weight.Has("order") && weight.Has("fittedOrder"), weight.Explanation);
    }

    [Fact]
    public void An_event_beyond_the_horizon_leaves_the_run_smooth()
    {
        // The closed form knows the time of death; no route reaches it.
        Verdict weight = Judgement.Of(Judgement.Order(), (PlantedMode.Dying with { Duration = 4 }).Describe()).Single(verdict => verdict.Quantity == "OutputWeight");

        Assert.True(weight.Passed, weight.Explanation);
        Assert.Equal(100, weight.Number("points"));
        Assert.False(weight.Has("fittedOrder"));
    }
}
