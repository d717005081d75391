using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Training;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Figure 2, left: what becomes of every start.</summary>
public class PhaseDiagramTests
{
    private static readonly ImmutableArray<double> Times = [.. Enumerable.Range(0, 101).Select(index => 0.5 * index)];

    [Theory]
    [InlineData(0.7, 1, 50)]
    [InlineData(0.7, 0.5, 20)]
    [InlineData(2, 0.2, 30)]
    public void The_routes_agree_over_the_whole_plane(double inputNorm, double frequency, double duration)
    {
        ExperimentRun run = ExperimentRunner.Run(new PhaseDiagram { InputNorm = inputNorm, Frequency = frequency, Resolution = 21, Duration = duration });

        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route => Assert.Equal(0, route.FindFinding("Disagreements")!.Value.AsNumber));
    }

    [Fact]
    public void The_learned_share_is_that_of_the_paper_s_region()
    {
        Answer<PhaseDiagram.DiagramWithCurves> answer = new PhaseDiagram { Resolution = 401 }.Solve(new(Times));

        // Above y = 0 and y = -n z, of the plane's area: 1/4 right of z = 0, and 1/4 - n/8 left of it. A row and a column of starts are the error.
        Assert.Equal((2 - (0.7 / 2)) / 4, answer.Findings.LearnedShare, 2.0 / 401);
    }

    [Fact]
    public void Theory_s_check_value_and_each_region_are_found_at_their_places()
    {
        var plane = new PhaseDiagram { Frequency = 0.5, HalfWidth = 1, Resolution = 5 };
        Answer<PhaseDiagram.DiagramWithCurves> exact = plane.Solve(new(Times));
        Answer<PhaseDiagram.Diagram> flow = plane.Integrate(new(Times));

        // The second row along the first axis is z = -1/2; the last but one place along the second is y = 1/2.
        Assert.Equal(4.676649837797826, At(exact.Findings.CollapseTime, 0, 3).AsNumber!.Value, 1e-11);
        Assert.Equal(4.676649837797826, At(flow.Findings.CollapseTime, 0, 3).AsNumber!.Value, 1e-9);
        Assert.Equal("Collapsed", At(exact.Findings.Outcome, 0, 3).AsLabel);
        Assert.Equal("Learned", At(exact.Findings.Outcome, 0, 4).AsLabel);
        Assert.Equal("Learned", At(exact.Findings.Outcome, 2, 3).AsLabel);
        Assert.Equal("Inactive", At(exact.Findings.Outcome, 4, 2).AsLabel);
        Assert.Equal("Inactive", At(exact.Findings.Outcome, 0, 0).AsLabel);

        FindingValue At(Map map, int row, int column) => map.Values[(row * plane.Resolution) + column];
    }

    [Fact]
    public void A_start_on_the_separatrix_is_called_so_by_every_route_and_has_neither_time_nor_logit()
    {
        ExperimentRun run = ExperimentRunner.Run(new PhaseDiagram { InputNorm = 0.5, HalfWidth = 1, Resolution = 5 });

        CrossCheckAssert.Passes(run);
        Assert.All(run.Points.Single().Routes, route =>
        {
            Assert.Equal("Separatrix", route.Maps.Single(map => map.Name == "Outcome").Map.Values[3].AsLabel);
            Assert.Equal(FindingValue.Missing, route.Maps.Single(map => map.Name == "CollapseTime").Map.Values[3]);
            Assert.Equal(FindingValue.Missing, route.Maps.Single(map => map.Name == "FinalLogit").Map.Values[3]);
        });
    }

    [Fact]
    public void Collapse_times_in_training_converge_with_order_1_over_the_whole_plane()
    {
        var plane = new PhaseDiagram { Resolution = 21 };
        double?[] exact = CollapseTimes(plane.Solve(new(Times)).Findings.CollapseTime);
        double[] deviations = [.. new[] { 20L, 40, 80 }.Select(steps => Distance(exact, CollapseTimes(plane.Train(new(TrainingSchedule.OnGrid(Times, steps), new ManagedTrainer())).Findings.CollapseTime)))];

        Assert.InRange(Math.Log2(deviations[0] / deviations[1]), 0.95, 1.05);
        Assert.InRange(Math.Log2(deviations[1] / deviations[2]), 0.95, 1.05);
    }

    [Fact]
    public void The_curves_are_those_on_which_the_flow_moves()
    {
        PhaseDiagram.DiagramWithCurves found = new PhaseDiagram { Resolution = 5 }.Solve(new(Times)).Findings;

        Map hyperbola = found.Hyperbola;
        for (int weight = 0; weight < 5; weight++)
        {
            for (int curve = 0; curve < 5; curve++)
            {
                (double z, double c) = (hyperbola.Axes[0].Values[weight], hyperbola.Axes[1].Values[curve]);
                double? y = hyperbola.Values[(weight * 5) + curve].AsNumber;
                Assert.Equal(c + (0.49 * z * z) >= 0, y is not null);
                Assert.Equal(c, ((y * y) - (0.49 * z * z)) ?? c, 1e-14);
            }
        }

        Assert.Equal([1.4, 0.7, null, null, null], found.Separatrix.Values.Select(value => value.AsNumber));
    }

    [Fact]
    public void The_first_start_that_fails_is_told_and_no_collection_of_failures() =>
        Assert.Throws<NumericalFailureException>(() => new PhaseDiagram { InputNorm = 1e200, Resolution = 5 }.Integrate(new(Times)));

    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(new PhaseDiagram { Resolution = 9 }));

    private static double?[] CollapseTimes(Map map) => [.. map.Values.Select(value => value.AsNumber)];

    private static double Distance(double?[] left, double?[] right)
    {
        Assert.Equal(left.Select(time => time is null), right.Select(time => time is null));
        return Math.Sqrt(left.Zip(right).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)) ?? 0);
    }
}
