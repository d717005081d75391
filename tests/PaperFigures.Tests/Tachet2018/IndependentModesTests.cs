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

    [Theory]
    [InlineData(WeightsAtStart.OpposedSign, "SignsKept", "Hidden neuron 0 is active on class 0 and has the output weight -0.1302090250702")]
    [InlineData(WeightsAtStart.SharedNeuron, "IndexSetsKept", "Hidden neuron 0 is active on example 0 of class 0 and on example 1 of class 1; it must be active on one class only.")]
    public void A_start_that_violates_an_assumption_is_named_and_only_flow_and_training_are_compared(WeightsAtStart start, string broken, string violation)
    {
        RunPoint point = ExperimentRunner.Run(new IndependentModes { Start = start }).Points.Single();

        Assert.Equal(Route.ClosedForm, Assert.Single(point.AbsentRoutes));
        Assert.Equal(2, point.NotCompared.Length);
        Assert.All(point.Checks, check => Assert.True(check.Passed, check.Explanation));
        Assert.All(point.Routes, route =>
        {
            Assert.StartsWith(violation, route.FindFinding("ViolatedAssumption")!.Value.AsLabel, StringComparison.Ordinal);
            Assert.False(route.FindFinding(broken)!.Value.AsFlag);
        });
    }

    [Fact]
    public void A_sign_that_changes_and_changes_back_is_not_kept()
    {
        var signs = new KeptSigns([1, -1, 0]);
        signs.Look([2, -3, -1]);
        Assert.True(signs.Kept);
        signs.Look([2, 3, -1]);
        signs.Look([1, -1, 0]);
        Assert.False(signs.Kept);
    }

    [Fact]
    public void Index_sets_and_signs_are_kept_and_the_invariants_drift_by_the_learning_rate_only()
    {
        RunPoint point = ExperimentRunner.Run(new IndependentModes()).Points.Single();

        Assert.All(point.Routes, route => Assert.True(route.FindFinding("IndexSetsKept")!.Value.AsFlag));
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
