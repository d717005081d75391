using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>One neuron in each region of the phase diagram, Figure 2: with n = 0.7 the separatrix is y0 = -0.7 z0 above 0.</summary>
public class SingleModeTests
{
    [Theory]
    [InlineData(0.5, 0.2, "Learned")]
    [InlineData(0.9, -1, "Learned")]
    [InlineData(0.71, -1, "Learned")]
    [InlineData(0.69, -1, "Collapsed")]
    [InlineData(0.5, -1, "Collapsed")]
    [InlineData(0.1, -2, "Collapsed")]
    [InlineData(0, 1, "Inactive")]
    [InlineData(-0.5, 1, "Inactive")]
    [InlineData(-0.5, -1, "Inactive")]
    public void The_routes_agree_in_each_region_of_the_phase_diagram(double preactivation, double outputWeight, string outcome)
    {
        ExperimentRun run = ExperimentRunner.Run(new SingleMode { InputNorm = 0.7, Frequency = 0.5, InitialPreactivation = preactivation, InitialOutputWeight = outputWeight });

        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route => Assert.Equal(outcome, route.FindFinding("Outcome")!.Value.AsLabel));
    }

    [Fact]
    public void The_death_of_theory_s_check_value_is_found_by_every_route()
    {
        ExperimentRun run = ExperimentRunner.Run(new SingleMode { InputNorm = 0.7, Frequency = 0.5, InitialPreactivation = 0.5, InitialOutputWeight = -1 });

        CrossCheckAssert.Passes(run);
        const double DeathTime = 4.676649837797826, OutputWeightAtDeath = -0.6998542122237653;
        // The closed form is exact to 1e-12 relatively and the flow to its tolerance; training is O(eta) away, with eta = 0.05.
        AssertNear(Route.ClosedForm, 1e-11, 1e-12);
        AssertNear(Route.Flow, 1e-9, 1e-9);
        AssertNear(Route.Trained, 0.05, 0.05);

        void AssertNear(Route route, double timeTolerance, double weightTolerance)
        {
            RouteResult answer = run.Points.Single().Routes.Single(candidate => candidate.Route == route);
            Assert.Equal(DeathTime, answer.FindFinding("CollapseTime")!.Value.AsNumber!.Value, timeTolerance);
            Assert.Equal(OutputWeightAtDeath, answer.Trajectory.Find("OutputWeight")!.Values[^1], weightTolerance);
        }
    }

    [Fact]
    public void A_start_on_the_separatrix_is_called_so_and_never_arrives()
    {
        ExperimentRun run = ExperimentRunner.Run(
            new SingleMode { InputNorm = 0.5, InitialPreactivation = 0.5, InitialOutputWeight = -1 }, new() { Routes = [Route.ClosedForm, Route.Flow] });

        // Off the line by rounding, the flow would leave it at some time; n = 0.5 keeps y = -n z to the bit.
        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route => Assert.Equal("Separatrix", route.FindFinding("Outcome")!.Value.AsLabel));
    }

    [Theory]
    [InlineData(0.7, 1, 0.5, -1)]
    [InlineData(0.7, 1, 0.6, -1)]
    [InlineData(0.7, 0.9, 0.3, -0.8)]
    [InlineData(1, 1, 0.7, -1.3)]
    [InlineData(1.4, 1, 1.1, -1)]
    public void The_routes_agree_after_a_death_wherever_it_falls_between_two_steps(double inputNorm, double frequency, double preactivation, double outputWeight)
    {
        ExperimentRun run = ExperimentRunner.Run(
            new SingleMode { InputNorm = inputNorm, Frequency = frequency, InitialPreactivation = preactivation, InitialOutputWeight = outputWeight });

        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route => Assert.Equal(0, route.Trajectory.Find("Preactivation")!.Values[^1], 1e-9));
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(2, 0.1)]
    public void The_routes_agree_at_other_norms_and_frequencies(double inputNorm, double frequency) =>
        CrossCheckAssert.Passes(new SingleMode { InputNorm = inputNorm, Frequency = frequency });

    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(new SingleMode()));

    [Theory]
    [InlineData(0.5, -1)]
    [InlineData(-0.5, 1)]
    public void The_answers_of_dead_neurons_are_the_accepted_ones(double preactivation, double outputWeight) => Snapshot.Match(
        ExperimentRunner.Run(new SingleMode { InputNorm = 0.7, Frequency = 0.5, InitialPreactivation = preactivation, InitialOutputWeight = outputWeight }),
        new() { Name = string.Create(CultureInfo.InvariantCulture, $"y0={preactivation}") });
}
