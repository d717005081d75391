using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>A network on two classes against its two modes on their own.</summary>
public class IndependentModesTests
{
    /// <summary>The invariant's drift is rounding by the exact routes, so only its size can be compared.</summary>
    private static readonly SnapshotSettings Settings = new() { Overrides = [new("*.findings.LargestInvariantDrift", Relative: 1e-6, Absolute: 1e-10)] };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20180619)]
    public void The_routes_agree_whatever_the_initial_weights(int seed) => CrossCheckAssert.Passes(new IndependentModes { Seed = seed });

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(5, 0.2)]
    public void The_routes_agree_for_few_neurons_and_uneven_classes(int neurons, double frequency) =>
        CrossCheckAssert.Passes(new IndependentModes { Neurons = neurons, Frequency1 = frequency });

    [Fact]
    public void Signs_are_kept_and_the_invariants_drift_by_the_learning_rate_only()
    {
        RunPoint point = ExperimentRunner.Run(new IndependentModes()).Points.Single();

        Assert.All(point.Routes, route => Assert.True(route.FindFinding("SignsKept")!.Value.AsFlag));
        double[] drifts = [.. point.Routes.Select(route => route.FindFinding("LargestInvariantDrift")!.Value.AsNumber!.Value)];
        Assert.InRange(drifts[0], 0, 1e-10);
        Assert.InRange(drifts[1], 0, 1e-9);
        // O(eta), with eta = 0.1.
        Assert.InRange(drifts[2], 1e-6, 0.1);
    }

    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(new IndependentModes()), Settings);
}
