using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>The short preset: shapes and brightness, with fewer images than by default.</summary>
public class StarvationImagesTests
{
    private static readonly Lazy<ExperimentRun> Short = new(() => ExperimentRunner.Run(StarvationImages.Descriptor, new() { Preset = "short" }));

    [Fact]
    public void A_perfect_correlation_starves_shape_and_none_does_not()
    {
        RunPoint uncorrelated = Short.Value.Points[0], correlated = Short.Value.Points[1];

        Assert.Equal(1, Accuracy(correlated, "CorrelatedAccuracy"));
        // Brightness alone decides, and is right for half of the images: for 600 of them the standard deviation is 0.02.
        Assert.InRange(Accuracy(correlated, "DecorrelatedAccuracy"), 0.4, 0.6);
        Assert.InRange(Accuracy(uncorrelated, "DecorrelatedAccuracy"), 0.75, 1);
        Assert.InRange(Accuracy(uncorrelated, "TrainingAccuracy"), 0.99, 1);
    }

    /// <summary>Other vector widths add sums in another order, which may tip a few of 600 images.</summary>
    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(Short.Value, new SnapshotSettings { Relative = 0, Absolute = 0.01 });

    private static double Accuracy(RunPoint point, string name) => point.Routes.Single().FindFinding(name)!.Value.AsNumber!.Value;
}
