using LearningDynamics.Conformance;
using LearningDynamics.Training;

namespace LearningDynamics.TorchSharp.Tests;

[Collection(nameof(LiveTensorTests))]
public class ConformanceTests
{
    private static readonly TorchSharpTrainer Trainer = new();

    public static TheoryData<string> Cases => [.. ConformanceSuite.Cases.Select(asked => asked.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TorchSharp_passes(string id)
    {
        ConformanceVerdict verdict = ConformanceSuite.Cases.Single(asked => asked.Id == id).Judge(Trainer);
        Assert.True(verdict.Status == ConformanceStatus.Passed, verdict.Evidence.Explanation);
    }

    [Fact]
    public void Convolution_layers_are_refused_in_a_sentence()
    {
        TrainingPlan plan = Plans.Random(Loss.Logistic);
        TrainingPlan convolved = plan with { Network = plan.Network.Behind(new ConvolutionLayer(new(1, 1, 3), 1, 1, [1.0])) };
        Assert.Equal("Networks of dense layers are trained here; this network has convolution layers.", Trainer.Supports(convolved).Missing);
    }
}
