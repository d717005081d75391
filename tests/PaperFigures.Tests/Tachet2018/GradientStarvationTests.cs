using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Features that starve each other, by formula where there is one, by flow and by training.</summary>
public class GradientStarvationTests
{
    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(GradientStarvation.Descriptor, new()));

    [Theory]
    [InlineData("111;111", "0.5;0.25", "1;0.5;2", 2)]
    [InlineData("110;001", "0.3;0.6", "0.7;1.4;1", 2)]
    [InlineData("110;001", "0.3;0.6", "0.7;1.4;1", 1)]
    [InlineData("1", "1", "1", 2)]
    public void The_routes_agree_where_groups_of_features_always_occur_together(string incidence, string frequencies, string norms, int layers)
    {
        ExperimentRun run = ExperimentRunner.Run(new GradientStarvation { Incidence = incidence, TypeFrequencies = frequencies, FeatureNorms = norms, Layers = layers, Duration = 60 });

        CrossCheckAssert.Passes(run);
        Assert.Empty(run.Points.Single().NotCompared);
    }

    [Theory]
    [InlineData("11;10;01", "0.5;0.2;0.1", "1;0.5", 2)]
    [InlineData("110;011;101", "0.3;0.3;0.3", "1;1;0.7", 1)]
    [InlineData("110;011;101", "0.3;0.3;0.3", "1;1;0.7", 2)]
    public void The_flow_and_training_agree_where_there_is_no_closed_form(string incidence, string frequencies, string norms, int layers)
    {
        RunPoint point = ExperimentRunner.Run(new GradientStarvation { Incidence = incidence, TypeFrequencies = frequencies, FeatureNorms = norms, Layers = layers }).Points.Single();

        Assert.Equal(Route.ClosedForm, point.AbsentRoutes.Single());
        Assert.NotEmpty(point.Checks);
        Assert.All(point.Checks, check => Assert.True(check.Passed, check.Explanation));
    }

    [Fact]
    public void Two_equal_features_of_one_layer_share_the_logit_at_the_moment()
    {
        RunPoint point = Exact(new() { Incidence = "11", TypeFrequencies = "1", Layers = 1, InitialShare = 0 });

        // From nothing: half the joint logit each, against the logit that a feature alone has at the same time.
        double time = ThePerceptronsTime(norm: Math.Sqrt(2), logit: Functions.Logit(0.99));
        double alone = Functions.Logistic(ThePerceptronsLogit(norm: 1, time));
        Assert.Equal(Functions.Logistic(Functions.Logit(0.99) / 2) / alone, point.Routes[0].FindFinding("StarvationRatio2")!.Value.AsNumber!.Value, 1e-9);
    }

    [Fact]
    public void A_weak_feature_is_told_in_words()
    {
        RunPoint point = Exact(new() { Incidence = "11", TypeFrequencies = "1", FeatureNorms = "1.4;0.7" });

        Assert.Equal(
            "when every example type has reached 99%, at t = 14.6, feature 1 ends at 99% on its own, against 99% without feature 2; feature 2 ends at 55% on its own, against 96% without feature 1",
            point.Routes[0].FindFinding("InWords")!.Value.AsLabel);
    }

    [Fact]
    public void A_moment_that_does_not_come_has_no_ratio()
    {
        RunPoint point = Exact(new() { Incidence = "11", TypeFrequencies = "0.01", Duration = 10 });

        Assert.All(point.Routes, route => Assert.True(route.FindFinding("StarvationRatio1")!.Value.Kind == FindingKind.Missing));
        Assert.All(point.Routes, route => Assert.Equal("until t = 10 not every example type reaches 99%", route.FindFinding("InWords")!.Value.AsLabel));
    }

    /// <summary>The neurons of a dense layer turn towards the whole example, whose components have the squares 4 : 1; those of a masked layer keep the power n2/n1 of the start.</summary>
    [Fact]
    public void A_dense_first_layer_shares_by_the_squared_norms_and_only_training_answers_it()
    {
        var masked = new GradientStarvation { Incidence = "11", TypeFrequencies = "1", FeatureNorms = "1.4;0.7", InitialShare = 1e-4 };
        RunPoint point = ExperimentRunner.Run(new GradientStarvation
        {
            Incidence = "11", TypeFrequencies = "1", FeatureNorms = "1.4;0.7", InitialShare = 1e-4, FirstLayer = GradientStarvation.Connections.Dense,
        }).Points.Single();

        Assert.Equal(Route.Trained, point.Routes.Single().Route);
        Assert.Equal(0.25, Ratio(point.Routes.Single()), 0.01);
        Assert.InRange(Ratio(Exact(masked).Routes[0]), 0, 0.01);

        static double Ratio(RouteResult route) => route.Trajectory.Find("Share2")!.Values[^1] / route.Trajectory.Find("Share1")!.Values[^1];
    }

    private static RunPoint Exact(GradientStarvation experiment) =>
        ExperimentRunner.Run(experiment, new() { Routes = [Route.ClosedForm, Route.Flow] }).Points.Single();

    // u + e^u = 1 + n^2 t for a perceptron that starts at u = 0.
    private static double ThePerceptronsTime(double norm, double logit) => (logit + Math.Exp(logit) - 1) / (norm * norm);

    private static double ThePerceptronsLogit(double norm, double time) =>
        MathNet.Numerics.RootFinding.Brent.FindRoot(logit => ThePerceptronsTime(norm, logit) - time, 0, 50, 1e-13);
}
