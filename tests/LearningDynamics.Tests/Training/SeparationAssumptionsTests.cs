using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class SeparationAssumptionsTests
{
    private static readonly LinedUpClasses Classes = new([new(1, 0.5), new(0.7, 0.5)]);

    [Fact]
    public void A_separated_start_violates_nothing() =>
        Assert.Empty(SeparationAssumptions.Violations(Classes.WithLogisticTargets(), Start([0.1, -0.1], [-0.2, 0.3], 1, -1)));

    [Fact]
    public void With_one_output_a_class_the_class_is_the_place_of_the_one()
    {
        Network network = Network.FromWeights(
            new DenseLayer(2, 2, [.. Classes.WeightsFor(0.1, -0.1), .. Classes.WeightsFor(-0.2, 0.3)], Activation.Relu),
            new DenseLayer(2, 2, [1, -1, -1, 1]));
        Assert.Empty(SeparationAssumptions.Violations(Classes.WithSoftmaxTargets(), network));
    }

    [Fact]
    public void Examples_that_are_not_separated_are_named()
    {
        Dataset data = Dataset.FromExamples([[1, 0], [-1, 1], [1, 1]], [1, 1, 0]);
        Assert.Equal(
            [
                "Examples 0 and 1 of class 0 have the inner product -1; within a class it must be above 0.",
                "Examples 0 of class 0 and 2 of class 1 have the inner product 1; across classes it must be at most 0.",
            ],
            SeparationAssumptions.Violations(data, Start([0.1, -0.1], [-0.2, 0.3], 1, -1)).Take(2));
    }

    [Fact]
    public void Neurons_that_are_not_separated_are_named()
    {
        Dataset data = Classes.WithLogisticTargets();
        string Only(double[] first, double weight) => Assert.Single(SeparationAssumptions.Violations(data, Start(first, [-0.2, 0.3], weight, -1)));
        Assert.Equal("Hidden neuron 0 is active on no example; it must be active on one class.", Only([-0.1, 0], 1));
        Assert.Equal("Hidden neuron 0 is active on example 0 of class 0 and on example 1 of class 1; it must be active on one class only.", Only([0.1, 0.1], 1));
        Assert.Equal("Hidden neuron 0 is active on class 0 and has the output weight -1; it must have that class's sign, plus.", Only([0.1, -0.1], -1));
        Assert.Equal("Hidden neuron 0 is active on class 1 and has the output weight 1; it must have that class's sign, minus.", Only([-0.1, 0.1], 1));
        Dataset more = Dataset.FromExamples([[1, 0], [1, -2], [0, 1]], [1, 1, 0]);
        Assert.Contains("Hidden neuron 0 is active on example 0 of class 0 but not on example 1; it must be active on all of its class.", SeparationAssumptions.Violations(more, Network.FromWeights([[1, 1]], [1])));
    }

    [Fact]
    public void Another_kind_of_network_is_named()
    {
        Network linear = Network.FromWeights(new DenseLayer(2, 1, [1, 1]));
        Assert.Contains("one hidden ReLU layer", Assert.Single(SeparationAssumptions.Violations(Classes.WithLogisticTargets(), linear)), StringComparison.Ordinal);
        Network wider = Network.FromWeights(new DenseLayer(3, 1, [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => SeparationAssumptions.Violations(Classes.WithLogisticTargets(), wider));
    }

    private static Network Start(double[] first, double[] second, double firstWeight, double secondWeight) =>
        Network.FromWeights([Classes.WeightsFor(first), Classes.WeightsFor(second)], [firstWeight, secondWeight]);
}
