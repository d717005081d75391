using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

public class FragilityTests
{
    [Theory]
    [InlineData(FeatureActivation.Relu)]
    [InlineData(FeatureActivation.Elu)]
    public void The_answer_is_the_accepted_one(FeatureActivation activation) => Snapshot.Match(
        ExperimentRunner.Run(new Fragility { Activation = activation, InputSize = 5, Seeds = 4, TrainingSteps = 50 }, Answers.Few(1000)),
        Answers.Settings with { Name = activation.ToString() });

    [Fact]
    public void Without_training_the_alive_share_is_that_of_absorbed_walks_from_a_half_normal_start()
    {
        var experiment = new Fragility { Activation = FeatureActivation.Relu, TrainingSteps = 0, InputSize = 3, Seeds = 256 };

        RouteResult answer = ExperimentRunner.Run(experiment, Answers.Few(1000)).Answer(Route.Trained);

        // 256 networks have 128 features each, half of them alive: some 16384 walks, whose share has a standard error of at most 0.004.
        double[] times = [.. answer.Trajectory.Times], shares = answer.Series("AliveShare");
        for (int k = 0; k < times.Length; k++)
            Assert.Equal(times[k] == 0 ? 1 : 2 / Math.PI * Math.Atan(1 / Math.Sqrt(2 * experiment.Diffusion * times[k])), shares[k], 0.016);
    }

    [Fact]
    public void Without_noise_nothing_changes()
    {
        RouteResult answer = ExperimentRunner.Run(new Fragility { Diffusion = 0, InputSize = 5, Seeds = 2, TrainingSteps = 20 }, Answers.Few(1000)).Answer(Route.Trained);

        Assert.All(answer.Trajectory.Observables, series => Assert.Single(series.Values.Distinct()));
        Assert.Equal(1, answer.Series("AliveShare")[0]);
    }

    [Fact]
    public void Under_a_drift_towards_0_every_ReLU_feature_is_lost_and_no_ELU_feature()
    {
        Assert.Equal(0, Last(FeatureActivation.Relu, "AliveShare"));
        Assert.Equal(1, Last(FeatureActivation.Elu, "AliveShare"));

        static double Last(FeatureActivation activation, string observable) => ExperimentRunner.Run(
            new Fragility { Activation = activation, Drift = -0.1, InputSize = 4, Seeds = 2, TrainingSteps = 20 }, Answers.Few(1000)).Answer(Route.Trained).Series(observable)[^1];
    }
}
