using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Tests.Runs;

public class ParameterSweepTests
{
    private static readonly ExperimentDescriptor Experiment = SweptExperiment.Describe();

    [Fact]
    public void The_last_declared_parameter_runs_fastest() => Assert.Equal(
        ["0.5 1", "0.5 3", "1 1", "1 3", "2 1", "2 3"],
        ParameterSweep.Points(Experiment, new()).Select(point => $"{point["Rate"]} {point["Scale"]}"));

    [Theory]
    [InlineData("Rate")]
    [InlineData("rate")]
    public void A_fixed_parameter_is_not_swept(string name) => Assert.Equal(
        ["Rate=5 Mode=Right Scale=1 Seed=7 Balanced=true", "Rate=5 Mode=Right Scale=3 Seed=7 Balanced=true"],
        SweptExperiment.Texts(ParameterSweep.Points(Experiment, new() { Overrides = [SweptExperiment.Fixed(name, "5")] })));

    [Fact]
    public void The_last_of_two_values_for_one_parameter_counts() => Assert.Equal(
        3, ParameterSweep.Points(Experiment, new() { Overrides = [SweptExperiment.Fixed("Rate", "5"), SweptExperiment.Fixed("RATE", "3")] })[0]["Rate"].AsNumber());

    [Fact]
    public void The_seed_goes_to_the_parameter_that_is_one()
    {
        Assert.All(ParameterSweep.Points(Experiment, new() { Seed = 42 }), point => Assert.Equal(42, point["Seed"].AsInteger()));
        ExperimentDescriptor unseeded = Experiment with { Parameters = [.. Experiment.Parameters.Where(parameter => !parameter.IsSeed)] };
        Assert.Equal(6, ParameterSweep.Points(unseeded, new() { Seed = 42 }).Length);
    }

    [Fact]
    public void A_swept_seed_is_not_swept_where_one_is_asked_for()
    {
        ExperimentDescriptor swept = Experiment with
        {
            Parameters = [.. Experiment.Parameters.Select(parameter => parameter.IsSeed ? parameter with { Sweep = [ParameterValue.Integer(1), ParameterValue.Integer(2)] } : parameter)],
        };

        Assert.Equal(12, ParameterSweep.Points(swept, new()).Length);
        Assert.Equal(6, ParameterSweep.Points(swept, new() { Seed = 3 }).Length);
    }

    [Theory]
    [InlineData("Rat", "1", "Did you mean 'Rate'?")]
    [InlineData("Rate", "0", "outside its domain (0, inf)")]
    [InlineData("Rate", "1,5", "Rate = '1,5' is no number")]
    [InlineData("Mode", "Righ", "Did you mean 'Right'?")]
    public void What_does_not_exist_or_is_not_allowed_is_refused(string name, string value, string message)
    {
        UsageException refusal = Assert.Throws<UsageException>(() => ParameterSweep.Points(Experiment, new() { Overrides = [SweptExperiment.Fixed(name, value)] }));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_outside_its_domain_is_refused() =>
        Assert.Throws<UsageException>(() => ParameterSweep.Points(Experiment, new() { Seed = -1 }));

    [Fact]
    public void A_preset_runs_its_points_in_order_and_leaves_the_rest_at_its_defaults() => Assert.Equal(
        ["3 1", "0.5 2", "0.5 4", "1 2", "1 4"],
        ParameterSweep.Points(WithPreset, new() { Preset = "FIGURE" }).Select(point => $"{point["Rate"]} {point["Scale"]}"));

    [Fact]
    public void What_is_fixed_goes_before_a_preset_and_no_point_is_run_twice() => Assert.Equal(
        ["9 1", "9 2", "9 4"],
        ParameterSweep.Points(WithPreset, new() { Preset = "figure", Overrides = [SweptExperiment.Fixed("rate", "9")] }).Select(point => $"{point["Rate"]} {point["Scale"]}"));

    [Fact]
    public void A_seed_that_is_asked_for_goes_before_a_preset()
    {
        ExperimentDescriptor seeded = Experiment with { Presets = [new("seeds", [[new("Seed", [ParameterValue.Integer(1), ParameterValue.Integer(2)])]])] };
        Assert.Equal(2, ParameterSweep.Points(seeded, new() { Preset = "seeds" }).Length);
        Assert.Equal(5, Assert.Single(ParameterSweep.Points(seeded, new() { Preset = "seeds", Seed = 5 }))["Seed"].AsInteger());
    }

    [Fact]
    public void An_unknown_preset_is_refused_with_the_nearest_one()
    {
        UsageException refusal = Assert.Throws<UsageException>(() => ParameterSweep.Points(WithPreset, new() { Preset = "figur" }));
        Assert.Equal("swept/decay: There is no preset 'figur'. Did you mean 'figure'? Valid: figure.", refusal.Message);
    }

    private static ExperimentDescriptor WithPreset => Experiment with
    {
        Presets =
        [
            new("figure",
            [
                [new("Rate", [ParameterValue.Number(3)])],
                [new("Rate", [ParameterValue.Number(0.5), ParameterValue.Number(1)]), new("Scale", [ParameterValue.Integer(2), ParameterValue.Integer(4)])],
            ]),
        ],
    };
}
