using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

/// <summary>Figure 3: what noise does to the response and the features.</summary>
public class ResponseWithNoiseTests
{
    private const double Epochs = 300;

    public static TheoryData<NoiseKind> Kinds => [.. Enum.GetValues<NoiseKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_answer_is_the_accepted_one(NoiseKind kind)
    {
        ExperimentRun run = ExperimentRunner.Run(Noisy(kind, 0.05), Answers.Few(Epochs));

        CrossCheckAssert.Passes(run);
        Snapshot.Match(run, Answers.Settings with { Name = kind.ToString() });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Noise_of_level_0_is_none(NoiseKind kind)
    {
        RouteResult quiet = Trained(Noisy(kind, 0));
        RouteResult clean = ExperimentRunner.Run(new Response { InputSize = 6, Seeds = 4, Epochs = Epochs }, Answers.Few(Epochs)).Answer(Route.Trained);

        Assert.Equal(clean.Series("Response"), quiet.Series("Response"));
        Assert.Equal(clean.Map("Kernel"), quiet.Map("Kernel"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Noise_moves_the_training_and_not_its_start(NoiseKind kind)
    {
        double[] clean = Trained(Noisy(kind, 0)).Series("TangentKernel"), noisy = Trained(Noisy(kind, 0.1)).Series("TangentKernel");

        Assert.Equal(clean[0], noisy[0]);
        Assert.NotEqual(clean[^1], noisy[^1], 1e-6);
    }

    [Fact]
    public void Labels_that_are_always_wrong_train_towards_the_other_target()
    {
        double[] wrong = Trained(Noisy(NoiseKind.Label, 1)).Series("TangentKernel");
        double[] other = Trained(Noisy(NoiseKind.Label, 0, target: 0)).Series("TangentKernel");

        // The same steps, added up in another order: a few hundred roundings.
        Assert.All(wrong.Zip(other), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void An_ELU_network_keeps_all_features_whatever_the_noise() => Assert.All(
        Enum.GetValues<NoiseKind>(),
        kind => Assert.All(Trained(Noisy(kind, 0.1, FeatureActivation.Elu)).Series("AliveFeatures"), alive => Assert.Equal(128, alive)));

    private static ResponseWithNoise Noisy(NoiseKind kind, double level, FeatureActivation activation = FeatureActivation.Relu, double target = 1) =>
        new() { Activation = activation, Target = target, InputSize = 6, Seeds = 4, Epochs = Epochs, NoiseKind = kind, NoiseLevel = level };

    private static RouteResult Trained(ResponseWithNoise experiment) => ExperimentRunner.Run(experiment, Answers.Few(Epochs)).Answer(Route.Trained);
}
