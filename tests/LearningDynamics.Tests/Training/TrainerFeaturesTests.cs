using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class TrainerFeaturesTests
{
    [Fact]
    public void The_managed_trainer_supports_everything_but_convolutions() =>
        Assert.Equal(["convolution"], TrainerFeatures.Of(new ManagedTrainer()).Where(feature => !feature.IsSupported).Select(feature => feature.Name));

    [Fact]
    public void A_feature_is_supported_where_some_plan_with_it_is()
    {
        var narrow = new Narrow();
        string[] supported = [.. TrainerFeatures.Of(narrow).Where(feature => feature.IsSupported).Select(feature => feature.Name)];
        Assert.Equal(["one linear layer", "hinge", "gradient descent", "single examples", "single", "at the end", "each step"], supported);
        Assert.False(narrow.WasStarted);
    }

    [Fact]
    public void Every_plan_that_is_asked_about_is_valid()
    {
        var validating = new Validating();
        TrainerFeatures.Of(validating);
        Assert.Empty(validating.Problems);
    }

    /// <summary>One linear layer under the hinge on single examples in order in single precision, and nothing else.</summary>
    private sealed class Narrow : ITrainer
    {
        public string Name => "narrow";

        public string Version => "1.0";

        public bool WasStarted { get; private set; }

        public TrainerSupport Presence()
        {
            WasStarted = true;
            return TrainerSupport.Full;
        }

        public TrainerSupport Supports(TrainingPlan plan) =>
            plan is { Network.Layers.Count: 1, Network.Convolutions.Count: 0, Loss: HingeLoss, Optimizer: GradientDescent, Batches: SingleExample { Shuffled: false }, Precision: Precision.Single }
                ? TrainerSupport.Full
                : TrainerSupport.Lacks("Something is missing.");

        public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();
    }

    private sealed class Validating : ITrainer
    {
        public string Name => "validating";

        public string Version => "1.0";

        public List<string> Problems { get; } = [];

        public TrainerSupport Supports(TrainingPlan plan)
        {
            try
            {
                plan.Validate();
            }
            catch (ArgumentException problem)
            {
                Problems.Add(problem.Message);
            }

            return TrainerSupport.Full;
        }

        public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
