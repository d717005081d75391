using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>The error of a network on two cones, and the sigmoid of the lined-up classes.</summary>
public class ErrorSigmoidTests
{
    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(new ErrorSigmoid()));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20180619)]
    public void The_routes_agree_and_the_curve_is_a_sigmoid_whatever_the_draw(int seed)
    {
        ExperimentRun run = ExperimentRunner.Run(new ErrorSigmoid { Seed = seed });

        CrossCheckAssert.Passes(run);
        RouteResult flow = run.Points.Single().Routes.Single(route => route.Route == Route.Flow);
        IReadOnlyList<double> errors = flow.Trajectory.Find("Error")!.Values;
        Assert.Equal(0.5, errors[0], 0.01);
        Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        // Late in learning the slope is -(1 + 1/u): below -1, and not below -2 once u is above 1.
        Assert.InRange(Number("TailExponent"), -2, -1);
        // Cones of half angle pi/6 shorten the class's mean by a few percent; the shapes differ by as much at most.
        Assert.Equal(1, Number("PlateauLength") / Number("LinedUpPlateauLength"), 0.05);
        Assert.Equal(1, Number("Steepness") / Number("LinedUpSteepness"), 0.05);
        Assert.Equal(1, Number("TailExponent") / Number("LinedUpTailExponent"), 0.05);

        double Number(string finding) => flow.FindFinding(finding)!.Value.AsNumber!.Value;
    }

    [Fact]
    public void A_run_that_ends_on_the_plateau_has_no_drop()
    {
        RunPoint point = ExperimentRunner.Run(new ErrorSigmoid { Duration = 5 }, new() { Checks = false }).Points.Single();

        Assert.All(point.Routes, route => Assert.True(route.FindFinding("PlateauLength")!.Value.Kind == FindingKind.Missing));
        Assert.All(point.Routes, route => Assert.True(route.FindFinding("Steepness")!.Value.Kind == FindingKind.Missing));
    }
}
