using LearningDynamics.Data;

namespace LearningDynamics.Tests.Data;

public class LinedUpClassesTests
{
    [Fact]
    public void Inputs_have_the_norms_and_the_inner_product_asked_for()
    {
        double[] norms = [1, 0.7, 2];
        var classes = new LinedUpClasses([.. norms.Select(norm => new ExampleClass(norm, 0.25))], innerProduct: -0.2, dimension: 5);
        for (int k = 0; k < 3; k++)
        {
            for (int l = 0; l < 3; l++)
                Assert.Equal(k == l ? norms[k] * norms[k] : -0.2, Dot(classes.Input(k), classes.Input(l)), 1e-15);
        }

        Assert.Equal(5, classes.Dimension);
    }

    [Fact]
    public void Orthogonal_classes_lie_exactly_on_the_axes()
    {
        var classes = new LinedUpClasses([new(1, 0.5), new(0.7, 0.5)]);
        Assert.Equal([1, 0], classes.Input(0));
        Assert.Equal([0, 0.7], classes.Input(1));
    }

    [Fact]
    public void Targets_suit_the_loss_and_weights_are_the_frequencies()
    {
        var two = new LinedUpClasses([new(1, 0.5), new(1, 0.25)]);
        Assert.Equal([1, 0], two.WithLogisticTargets().Targets);
        Assert.Equal([1, -1], two.WithHingeTargets().Targets);
        Assert.Equal([1, 0, 0, 1], two.WithSoftmaxTargets().Targets);
        Assert.Equal([0.5, 0.25], two.WithLogisticTargets().Weights);
        var one = new LinedUpClasses([new(1, 0.5)]);
        Assert.Equal([1], one.WithLogisticTargets().Targets);
        Assert.Equal(2, one.Dimension);
        Assert.Throws<InvalidOperationException>(one.WithSoftmaxTargets);
        var three = new LinedUpClasses([new(1, 0.1), new(1, 0.1), new(1, 0.1)]);
        Assert.Throws<InvalidOperationException>(three.WithLogisticTargets);
    }

    [Fact]
    public void A_neuron_can_be_given_its_preactivations()
    {
        var classes = new LinedUpClasses([new(1, 0.3), new(0.7, 0.3), new(2, 0.3)], -0.2, 4);
        double[] weights = classes.WeightsFor(0.1, -0.2, 0.3);
        Assert.Equal(0.1, Dot(weights, classes.Input(0)), 1e-16);
        Assert.Equal(-0.2, Dot(weights, classes.Input(1)), 1e-16);
        Assert.Equal(0.3, Dot(weights, classes.Input(2)), 2e-16);
        Assert.Equal(0, weights[3]);
        Assert.Equal("preactivations", Assert.Throws<ArgumentException>(() => classes.WeightsFor(1)).ParamName);
        Assert.Equal("preactivations", Assert.Throws<ArgumentException>(() => classes.WeightsFor(1, 1, double.NaN)).ParamName);
    }

    [Fact]
    public void What_is_outside_the_domain_is_refused()
    {
        ExampleClass[] two = [new(1, 0.5), new(0.7, 0.5)];
        Assert.Equal("classes", Assert.Throws<ArgumentException>(() => new LinedUpClasses([])).ParamName);
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => new LinedUpClasses([new(0, 1)])).ParamName);
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => new LinedUpClasses([new(1, 0)])).ParamName);
        Assert.Equal("innerProduct", Assert.Throws<ArgumentOutOfRangeException>(() => new LinedUpClasses(two, 0.1)).ParamName);
        Assert.Equal("innerProduct", Assert.Throws<ArgumentException>(() => new LinedUpClasses(two, -0.7)).ParamName);
        Assert.Equal("dimension", Assert.Throws<ArgumentOutOfRangeException>(() => new LinedUpClasses(two, dimension: 1)).ParamName);
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
