using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Lemma 3.1 on two cones, and what is told of starts that it says nothing of.</summary>
public class IndexSetsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20180619)]
    public void The_lemma_holds_on_the_flow_and_in_training_whatever_the_draw(int seed)
    {
        RunPoint point = ExperimentRunner.Run(new IndexSets { Seed = seed }).Points.Single();

        Assert.Equal(4, point.Checks.Length);
        Assert.All(point.Checks, check => Assert.True(check.Passed, check.Explanation));
        Assert.All(point.Routes, route => Assert.True(route.FindFinding("IndexSetsKept")!.Value.AsFlag));
    }

    [Theory]
    [InlineData(WeightsAtStart.OpposedSign, "SignsKept", "Hidden neuron 0 is active on class 0 and has the output weight -0.0602636406066")]
    [InlineData(WeightsAtStart.SharedNeuron, "IndexSetsKept", "Hidden neuron 0 is active on example 0 of class 0 and on example 1 of class 1; it must be active on one class only.")]
    public void A_start_that_violates_an_assumption_is_named_and_need_not_keep_what_the_lemma_keeps(WeightsAtStart start, string broken, string violation)
    {
        RunPoint point = ExperimentRunner.Run(new IndexSets { Start = start }).Points.Single();

        Assert.Equal(Route.ClosedForm, Assert.Single(point.AbsentRoutes));
        Assert.Empty(point.Checks);
        Assert.All(point.Routes, route =>
        {
            Assert.StartsWith(violation, route.FindFinding("ViolatedAssumption")!.Value.AsLabel, StringComparison.Ordinal);
            Assert.Equal(1, route.FindFinding("Violations")!.Value.AsNumber);
            Assert.False(route.FindFinding(broken)!.Value.AsFlag);
        });
    }

    [Fact]
    public void Examples_from_wider_cones_are_named_where_they_violate_the_assumptions()
    {
        RunPoint point = ExperimentRunner.Run(new IndexSets { HalfAngle = 1.5 }, new() { Routes = [Route.Trained], Checks = false }).Points.Single();

        Assert.All(point.Routes, route => Assert.Matches("^Examples 0 .*and [0-9]+ of class [01] have the inner product", route.FindFinding("ViolatedAssumption")!.Value.AsLabel));
    }

    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(new IndexSets()));

    [Fact]
    public void The_answer_of_a_start_that_violates_an_assumption_is_the_accepted_one() =>
        Snapshot.Match(ExperimentRunner.Run(new IndexSets { Start = WeightsAtStart.SharedNeuron }));
}
