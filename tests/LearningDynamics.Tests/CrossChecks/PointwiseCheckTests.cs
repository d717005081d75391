using LearningDynamics.CrossChecks;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Closed form against flow, right and with planted faults.</summary>
public class PointwiseCheckTests
{
    private static readonly string[] Quantities = ["Preactivation", "OutputWeight", "Logit", "Death", "Dies"];

    [Theory]
    [InlineData(0.3, 0.2)]
    [InlineData(0.5, -1)]
    [InlineData(-0.5, 1)]
    public void Right_routes_pass(double preactivation, double outputWeight)
    {
        var mode = new PlantedMode { Preactivation = preactivation, OutputWeight = outputWeight };

        Judgement.AssertPasses(Judgement.Of(Judgement.Pointwise(), mode.Describe()), Quantities);
    }

    [Fact]
    public void One_per_cent_in_the_closed_form_s_value_fails_in_that_observable_only()
    {
        var verdicts = Judgement.Of(Judgement.Pointwise(), new PlantedMode { ExactLogitFactor = 1.01 }.Describe());

        Verdict failed = Assert.Single(verdicts, verdict => !verdict.Passed);
        Assert.Equal("Logit", failed.Quantity);
        // Relative to the faulty reference, up to Absolute / Relative = 1e-3.
        Assert.InRange(failed.Deviation!.Value, 0.0095, 0.01 / 1.01);
    }

    [Fact]
    public void One_per_cent_in_the_closed_form_s_rate_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Pointwise(), new PlantedMode { ExactFrequency = 1.01 * PlantedMode.TrueFrequency }.Describe()), "Logit");

    [Fact]
    public void One_per_cent_in_the_flow_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Pointwise(), new PlantedMode { FlowFactor = 1.01 }.Describe()), "Logit");

    [Fact]
    public void One_per_cent_in_the_flow_moves_a_neuron_s_death_and_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Pointwise(), (PlantedMode.Dying with { FlowFactor = 1.01 }).Describe()), "Death");

    [Fact]
    public void A_missing_frequency_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Pointwise(), new PlantedMode { ExactFrequency = 1 }.Describe()), "Logit");

    [Fact]
    public void A_wrong_sign_fails() =>
        Judgement.AssertFails(Judgement.Of(Judgement.Pointwise(), new PlantedMode { FlowSign = -1 }.Describe()), "Logit");

    [Fact]
    public void A_wrong_sign_that_keeps_a_neuron_alive_fails_in_its_label_too()
    {
        var verdicts = Judgement.Of(Judgement.Pointwise(), (PlantedMode.Dying with { FlowFactor = -1 }).Describe());

        Judgement.AssertFails(verdicts, "Dies");
        Verdict death = Judgement.AssertFails(verdicts, "Death");
        Assert.StartsWith("Death: 4.6766498377978", death.Explanation, StringComparison.Ordinal);
        Assert.EndsWith("by closed-form, but none by flow.", death.Explanation, StringComparison.Ordinal);
        Assert.Null(death.Deviation);
    }
}
