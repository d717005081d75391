using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Figure 3's three starts, and what else may become of a neuron that two classes compete for.</summary>
public class CompetingClassesTests
{
    private static readonly CompetingClasses Revival = new() { InitialAlpha = 1, InitialBeta = -0.1, InitialZ = -1.1, InnerProduct = -0.5 };

    [Theory]
    [InlineData(0.1, 0.1, 0.1, "Class1")]
    [InlineData(0.2, 0.9, 0.2, "Class2")]
    [InlineData(1, 0, -1.1, "Dead")]
    public void Every_route_finds_the_outcomes_of_the_paper_s_starts(double alpha, double beta, double weight, string outcome)
    {
        ExperimentRun run = ExperimentRunner.Run(new CompetingClasses { InitialAlpha = alpha, InitialBeta = beta, InitialZ = weight });

        CrossCheckAssert.Passes(run);
        Assert.Equal(3, run.Points.Single().Routes.Length);
        Assert.All(run.Points.Single().Routes, route => Assert.Equal(outcome, route.FindFinding("Outcome")!.Value.AsLabel));
    }

    [Fact]
    public void The_paper_s_third_start_dies_at_its_time()
    {
        RunPoint point = ExperimentRunner.Run(new CompetingClasses { InitialAlpha = 1, InitialBeta = 0, InitialZ = -1.1 }).Points.Single();

        RouteResult flow = point.Routes.Single(route => route.Route == Route.Flow), training = point.Routes.Single(route => route.Route == Route.Trained);
        Assert.Equal(5.3242838, flow.FindFinding("SwitchTime")!.Value.AsNumber!.Value, 5e-8);
        Assert.Equal(5.3242838, training.FindFinding("SwitchTime")!.Value.AsNumber!.Value, 0.02);
        Assert.Equal(-0.4582576, flow.Trajectory.Find("Z")!.Values[^1], 5e-8);
        // Off from the start, and off in the end: nothing is known of either class.
        Assert.Equal(0.5, flow.Trajectory.Find("Confidence1")!.Values[^1]);
        Assert.Equal(0.5, flow.Trajectory.Find("Confidence2")!.Values[^1]);
    }

    [Fact]
    public void A_side_that_is_off_comes_alive_where_the_other_s_decline_lifts_it_and_wins()
    {
        ExperimentRun run = ExperimentRunner.Run(Revival);

        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route =>
        {
            Assert.Equal("Class2", route.FindFinding("Outcome")!.Value.AsLabel);
            Assert.InRange(route.FindFinding("RevivalTime")!.Value.AsNumber!.Value, 0.55, 0.57);
        });
    }

    [Theory]
    [InlineData(0.1, 0.1, 0.1, -0.5, 1, 0.5)]
    [InlineData(0.1, 0.4, 0.05, 0, 1, 0.3)]
    [InlineData(0.3, 0.2, -0.4, -0.3, 1.3, 0.4)]
    [InlineData(1, -0.1, 1, -0.9, 1, 0.5)]
    [InlineData(-0.2, 0.5, 0.1, -0.2, 0.7, 0.5)]
    [InlineData(-0.2, -0.5, 0.1, -0.2, 0.7, 0.5)]
    public void The_routes_agree_at_other_starts_norms_and_frequencies(double alpha, double beta, double weight, double innerProduct, double inputNorm2, double frequency1) =>
        CrossCheckAssert.Passes(new CompetingClasses
        {
            InitialAlpha = alpha,
            InitialBeta = beta,
            InitialZ = weight,
            InnerProduct = innerProduct,
            InputNorm2 = inputNorm2,
            Frequency1 = frequency1,
            Duration = 60,
        });

    [Fact]
    public void Near_the_border_no_formula_answers()
    {
        // p1 alpha - p2 beta + ||p1 x1 - p2 x2|| z = -0.03, with weights of 1.
        RunPoint point = ExperimentRunner.Run(new CompetingClasses { InitialAlpha = 1, InitialBeta = 1.2, InitialZ = 0.1 }).Points.Single();

        Assert.Equal(Route.ClosedForm, Assert.Single(point.AbsentRoutes));
        Assert.Equal(2, point.NotCompared.Length);
        Assert.All(point.Checks, check => Assert.True(check.Passed, check.Explanation));
    }

    [Fact]
    public void A_side_that_leaves_zero_comes_alive_at_once()
    {
        RunPoint point = ExperimentRunner.Run(new CompetingClasses { InitialAlpha = 1, InitialBeta = 0, InitialZ = -0.5, InnerProduct = -0.5 }).Points.Single();

        Assert.All(point.Routes, route => Assert.Equal(0, route.FindFinding("RevivalTime")!.Value.AsNumber));
        Assert.All(point.Checks, check => Assert.True(check.Passed, check.Explanation));
    }

    [Fact]
    public void A_horizon_before_the_end_leaves_the_outcome_open()
    {
        RunPoint point = ExperimentRunner.Run(new CompetingClasses { Duration = 1 }, new() { Checks = false }).Points.Single();

        Assert.Equal(Route.ClosedForm, Assert.Single(point.AbsentRoutes));
        Assert.All(point.Routes, route => Assert.Equal(FindingValue.Missing, route.FindFinding("Outcome")!.Value));
    }

    [Theory]
    [InlineData("class-1")]
    [InlineData("class-2")]
    [InlineData("dead")]
    [InlineData("revival")]
    public void The_answers_are_the_accepted_ones(string name) => Snapshot.Match(
        ExperimentRunner.Run(name switch
        {
            "class-1" => new CompetingClasses(),
            "class-2" => new CompetingClasses { InitialAlpha = 0.2, InitialBeta = 0.9, InitialZ = 0.2 },
            "dead" => new CompetingClasses { InitialAlpha = 1, InitialBeta = 0, InitialZ = -1.1 },
            _ => Revival,
        }),
        new() { Name = name });
}
