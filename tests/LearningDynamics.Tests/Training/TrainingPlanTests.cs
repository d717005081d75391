using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class TrainingPlanTests
{
    [Theory]
    [InlineData(4, 0.01, 400)]
    [InlineData(0.149, 0.1, 1)]
    [InlineData(0, 0.1, 0)]
    public void Until_rounds_to_whole_steps(double duration, double learningRate, long steps) =>
        Assert.Equal(steps, (TestPlans.SingleMode() with { LearningRate = learningRate }).Until(duration).Steps);

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void Until_refuses_what_is_no_reachable_time(double duration) =>
        Assert.Equal("duration", Assert.Throws<ArgumentOutOfRangeException>(() => TestPlans.SingleMode().Until(duration)).ParamName);

    [Fact]
    public void Validation_names_the_member_its_value_and_the_domain()
    {
        TrainingPlan plan = TestPlans.SingleMode();
        AssertRefused(plan with { LearningRate = 0 }, "LearningRate", "must be finite and above 0", "Actual value was 0");
        AssertRefused(plan with { LearningRate = double.NaN }, "LearningRate", "must be finite and above 0");
        AssertRefused(plan with { LearningRate = 1e-40, Precision = Precision.Single }, "LearningRate", "In single precision");
        AssertRefused(plan with { Steps = -3 }, "Steps", "at least 0", "Actual value was -3");
        AssertRefused(plan with { Precision = (Precision)7 }, "Precision", "Double or Single");
        AssertRefused(plan with { Steps = 5, ObservationSteps = [6] }, "ObservationSteps", "between 0 and Steps, which is 5");
        AssertRefused(plan with { Data = Dataset.FromExamples([[1, 2, 3]], [1]) }, "Data", "inputs of 3 components and Network takes 2");
        AssertRefused(plan with { Data = Dataset.FromExamples([[1, 2]], [[1.0, 0.0]]) }, "Data", "targets of 2 components and Network has 1 outputs");
    }

    [Fact]
    public void Validation_refuses_targets_outside_the_domain_of_the_loss()
    {
        TrainingPlan plan = TestPlans.SingleMode();
        Dataset minus = Dataset.FromExamples([[1, 0], [0, 1]], [1, -1]);
        AssertRefused(plan with { Data = minus }, "Data", "The target of example 1 in Data is -1; targets of the logistic loss lie in [0, 1].");
        AssertRefused(plan with { Data = Dataset.FromExamples([[1, 0]], [0]), Loss = Loss.Hinge() }, "Data", "is 0; targets of the hinge loss are -1 or 1.");
        AssertRefused(plan with { Loss = Loss.Softmax }, "Data", "at least two classes");
        Network two = Network.FromWeights(new DenseLayer(1, 2, [1, 1]));
        AssertRefused(plan with { Network = two, Data = Dataset.FromExamples([[1]], [[0.5, 0.25]]), Loss = Loss.Softmax }, "Data", "adds up to 0.75");
        AssertRefused(plan with { Network = two, Data = Dataset.FromExamples([[1]], [[1.5, -0.5]]), Loss = Loss.Softmax }, "Data", "is -0.5");
        (plan with { Data = minus, Loss = Loss.Hinge() }).Validate();
    }

    [Fact]
    public void Observation_steps_are_given_in_order_or_at_an_interval()
    {
        Assert.Equal([2, 5], ObservationSteps.At(0, 2, 5));
        Assert.Equal([3, 6, 9], ObservationSteps.Every(3).Take(3));
        Assert.Empty(ObservationSteps.None);
        Assert.Throws<ArgumentException>(() => ObservationSteps.At(2, 2));
        Assert.Throws<ArgumentException>(() => ObservationSteps.At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ObservationSteps.Every(0));
    }

    private static void AssertRefused(TrainingPlan plan, string member, params string[] parts)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(plan.Validate);
        Assert.Equal(member, error.ParamName);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.ThrowsAny<ArgumentException>(() => new ManagedTrainer().Train(plan));
    }
}
