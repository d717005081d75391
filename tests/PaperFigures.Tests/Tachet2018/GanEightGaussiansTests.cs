using System.Text.Json;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>The short preset: a few steps of small networks, far from covering anything.</summary>
public class GanEightGaussiansTests
{
    private static readonly Lazy<RouteResult[]> Short = new(Run);

    [Fact]
    public void Both_losses_are_trained_and_compared_seed_by_seed()
    {
        RouteResult hinge = Short.Value[0], crossEntropy = Short.Value[1];

        double advantage = Number(hinge, "ModesCoveredMean") - Number(crossEntropy, "ModesCoveredMean");
        Assert.Equal(advantage, Number(hinge, "ModesAdvantage"), 1e-12);
        Assert.True(crossEntropy.FindFinding("Compared")!.Value.Kind == FindingKind.Missing);
        Assert.NotEqual(hinge.Trajectory.Find("HighQualityShare")!.Values.AsEnumerable(), crossEntropy.Trajectory.Find("HighQualityShare")!.Values);
    }

    [Fact]
    public void Samples_are_shown_at_four_times_and_move()
    {
        RouteResult hinge = Short.Value[0];

        Assert.Equal(["Samples25", "Samples50", "Samples75", "Samples100"], hinge.Maps.Select(map => map.Name));
        Assert.Equal(4, hinge.Maps.Select(map => map.Map.Values[0].AsNumber).Distinct().Count());
        Assert.Equal(60, hinge.Trajectory.Times[^1]);
    }

    [Fact]
    public void The_same_seeds_give_the_same_bits()
    {
        RouteResult[] again = Run();

        Assert.Equal(Short.Value[0].Trajectory.Find("HighQualityShare")!.Values.AsEnumerable(), again[0].Trajectory.Find("HighQualityShare")!.Values);
        Assert.Equal(Short.Value[1].Findings.AsEnumerable(), again[1].Findings);
    }

    /// <summary>Other vector widths add sums in another order; after 60 steps that may move a sample across a boundary, 3 of 2,500 in the mean over the seeds.</summary>
    [Fact]
    public void The_findings_are_the_accepted_ones() => Snapshot.MatchJson(
        JsonSerializer.Serialize(Short.Value.Select(route => route.Findings.Where(finding => finding.Value.AsNumber is not null).ToDictionary(finding => finding.Name, finding => finding.Value.AsNumber))),
        new SnapshotSettings { Relative = 0, Absolute = 0.0012 });

    private static RouteResult[] Run()
    {
        ExperimentRun run = ExperimentRunner.Run(GanEightGaussians.Descriptor, new() { Preset = "short", Grid = new TimeGrid.Uniform(4) });
        return [.. run.Points.Select(point => point.Routes.Single())];
    }

    private static double Number(RouteResult route, string name) => route.FindFinding(name)!.Value.AsNumber!.Value;
}
