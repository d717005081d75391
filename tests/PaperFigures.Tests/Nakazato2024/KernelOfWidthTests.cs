using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

/// <summary>The kernel of random networks of finite width against that of infinite width.</summary>
public class KernelOfWidthTests
{
    private const int Inputs = 4;

    [Theory]
    [InlineData(FeatureActivation.Relu, HypercubeEncoding.Signed)]
    [InlineData(FeatureActivation.Elu, HypercubeEncoding.Signed)]
    [InlineData(FeatureActivation.Relu, HypercubeEncoding.Binary)]
    [InlineData(FeatureActivation.Elu, HypercubeEncoding.Binary)]
    public void The_mean_is_the_limit_and_the_scatter_the_exact_one(FeatureActivation activation, HypercubeEncoding encoding) =>
        CrossCheckAssert.Passes(new KernelOfWidth { Activation = activation, Encoding = encoding, InputSize = Inputs });

    [Theory]
    [InlineData(FeatureActivation.Relu)]
    [InlineData(FeatureActivation.Elu)]
    public void A_network_is_off_by_one_over_the_root_of_its_features(FeatureActivation activation)
    {
        double[] widths = [32, 128, 512, 2048];
        double[] scatter = [.. widths.Select(width => ExperimentRunner.Run(
            new KernelOfWidth { Activation = activation, Features = (int)width, InputSize = Inputs, AllFeatures = 1 << 18 }).Answer(Route.Trained).Number("Scatter"))];

        // Over S networks a standard deviation has a relative error of 1 / sqrt(2 S), here 6% for the 128 widest; that is 0.016 of the slope, of which five are allowed.
        Assert.Equal(-0.5, PowerLaw.Exponent(widths, scatter)!.Value, 0.08);
    }

    [Fact]
    public void The_answer_is_the_accepted_one() =>
        Snapshot.Match(ExperimentRunner.Run(new KernelOfWidth { InputSize = Inputs, AllFeatures = 1 << 12 }, new() { Checks = false }), Answers.Settings);
}
