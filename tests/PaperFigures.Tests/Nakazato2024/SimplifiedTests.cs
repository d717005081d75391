using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

public class SimplifiedTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    public void Under_the_cross_entropy_the_response_ages_as_one_over_slope_and_time(double slope)
    {
        ExperimentRun run = ExperimentRunner.Run(new Simplified { Slope = slope, Duration = 1e4 });

        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route =>
        {
            Assert.Equal(-1, Number(route, "AgingExponent")!.Value, 0.01);
            Assert.Equal(1 / slope, Number(route, "AgingPrefactor")!.Value, 0.01 / slope);
            Assert.Null(Number(route, "RelaxationRate"));
        });
    }

    [Fact]
    public void The_learning_rate_leaves_exponent_and_prefactor_alone()
    {
        foreach (double learningRate in (double[])[0.25, 4])
        {
            RouteResult exact = Exact(new() { LearningRate = learningRate, Duration = 1e4 });
            Assert.Equal(-1, Number(exact, "AgingExponent")!.Value, 0.01);
            Assert.Equal(1, Number(exact, "AgingPrefactor")!.Value, 0.01);
        }
    }

    [Fact]
    public void Under_the_squared_error_it_ages_with_half_the_prefactor_slowly()
    {
        ExperimentRun run = ExperimentRunner.Run(new Simplified { Loss = ResponseLoss.Squared, Duration = 1e4 });

        CrossCheckAssert.Passes(run);
        // t u' = 1/2 (1 + O(t^(-1/2))), with 1e4 epochs; the exponent at 1e4 is that of the theory to its last digit, -1.02.
        Assert.All(run.Points.Single().Routes, route =>
        {
            Assert.Equal(0.5, Number(route, "AgingPrefactor")!.Value, 0.03 * 0.5);
            Assert.Equal(-1.02, Number(route, "AgingExponent")!.Value, 0.005);
        });
    }

    [Theory]
    [InlineData(ResponseLoss.CrossEntropy, 0.75, 1, 200)]
    [InlineData(ResponseLoss.CrossEntropy, 0.1, 2, 200)]
    [InlineData(ResponseLoss.Squared, 0.75, 1, 1000)]
    [InlineData(ResponseLoss.Squared, 0.4, 3, 200)]
    public void Between_0_and_1_the_response_decays_at_the_exact_rate(ResponseLoss loss, double target, double slope, double duration)
    {
        ExperimentRun run = ExperimentRunner.Run(new Simplified { Loss = loss, Target = target, Slope = slope, InitialLogit = 0.3, Duration = duration });

        CrossCheckAssert.Passes(run);
        double steepness = slope * target * (1 - target), rate = loss == ResponseLoss.Squared ? steepness * steepness : steepness;
        foreach (RouteResult route in run.Points.Single().Routes)
        {
            // Gradient descent multiplies the distance by 1 - rate dt a step: that is O(dt) away, and what the order check judges.
            double step = route.Route == Route.Trained ? new Simplified { Loss = loss, Slope = slope }.LargestStep : 0;
            Assert.Equal(rate, Number(route, "RelaxationRate")!.Value, (1e-3 + (rate * step)) * rate);
            Assert.Null(Number(route, "AgingExponent"));
            Assert.Null(Number(route, "AgingPrefactor"));
        }
    }

    [Theory]
    [InlineData(ResponseLoss.CrossEntropy, 0, 3)]
    [InlineData(ResponseLoss.CrossEntropy, 0.5, 0)]
    [InlineData(ResponseLoss.Squared, 0, -2)]
    [InlineData(ResponseLoss.Squared, 1, -3)]
    public void The_routes_agree_from_other_starts_and_at_the_target(ResponseLoss loss, double target, double start) =>
        CrossCheckAssert.Passes(new Simplified { Loss = loss, Target = target, InitialLogit = start, LearningRate = 0.5, Duration = 100 });

    [Theory]
    [InlineData("figure-5-left", 9)]
    [InlineData("figure-5-right", 2)]
    public void The_figures_presets_pass(string preset, int points)
    {
        ExperimentRun run = ExperimentRunner.Run(Descriptor<Simplified>(), new() { Preset = preset, Grid = new TimeGrid.Uniform(20) });

        CrossCheckAssert.Passes(run);
        Assert.Equal(points, run.Points.Length);
    }

    [Theory]
    [InlineData(ResponseLoss.CrossEntropy, 1)]
    [InlineData(ResponseLoss.CrossEntropy, 0.75)]
    [InlineData(ResponseLoss.Squared, 1)]
    public void The_answers_are_the_accepted_ones(ResponseLoss loss, double target) => Snapshot.Match(
        ExperimentRunner.Run(new Simplified { Loss = loss, Target = target }, new() { Grid = new TimeGrid.Uniform(20) }),
        new() { Name = string.Create(CultureInfo.InvariantCulture, $"{loss}.Target={target}") });

    private static RouteResult Exact(Simplified experiment) => ExperimentRunner.Run(experiment, new() { Routes = [Route.ClosedForm] }).Points.Single().Routes.Single();

    private static ExperimentDescriptor Descriptor<TExperiment>()
        where TExperiment : IExperiment => TExperiment.Descriptor;

    private static double? Number(RouteResult route, string name) => route.FindFinding(name)!.Value.AsNumber;
}
