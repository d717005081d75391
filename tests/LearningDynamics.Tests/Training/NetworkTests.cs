using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class NetworkTests
{
    private static readonly Network Example = Network.FromWeights(
        new DenseLayer(2, 3, [1, 2, -1, 0, 0.5, 0.5], Activation.Relu, [0, 0.5, -3]),
        new DenseLayer(3, 2, [1, -1, 2, 0, 3, 1], Activation.Elu));

    [Fact]
    public void Evaluate_applies_layer_after_layer()
    {
        // h = (1*1 + 2*2, -1*1 + 0.5, 0.5*1 + 0.5*2 - 3) = (5, -0.5, -1.5); a = (5, 0, 0); outputs elu(5), elu(0).
        Assert.Equal([5, 0], Example.Evaluate([1, 2]));
        // h = (-3, 1.5, -4); a = (0, 1.5, 0); outputs elu(-1.5), elu(4.5).
        double[] outputs = Example.Evaluate([-1, -1]);
        Assert.Equal(Math.Exp(-1.5) - 1, outputs[0], 1e-15);
        Assert.Equal(4.5, outputs[1]);
    }

    [Fact]
    public void Preactivation_is_what_the_activation_is_applied_to()
    {
        Assert.Equal(-1.5, Example.Preactivation(0, 2, [1, 2]));
        Assert.Equal(-1.5, Example.Preactivation(1, 0, [-1, -1]));
    }

    [Fact]
    public void Logit_is_the_single_output()
    {
        Network network = Network.FromWeights([[1, 0], [0, 1]], [2, -3]);
        Assert.Equal((2 * 4) - (3 * 5), network.Logit([4, 5]));
        Assert.Throws<InvalidOperationException>(() => Example.Logit([1, 2]));
    }

    [Fact]
    public void Wide_networks_evaluate_like_narrow_ones()
    {
        double[][] rows = [.. Enumerable.Range(0, 400).Select(i => new[] { (double)i, 1 })];
        Network network = Network.FromWeights(rows, [.. rows.Select(_ => 1.0)]);
        Assert.Equal((400 * 399 / 2) + 400, network.Logit([1, 1]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        double[] Draw(ulong seed) => Network.Create([3, 5, 1], Activation.Relu, Initialization.FanIn(2), seed, biased: true).Parameters();
        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
    }

    [Fact]
    public void Initial_weights_have_the_deviation_asked_for_and_biases_are_0()
    {
        Network network = Network.Create([400, 100, 1], Activation.Relu, Initialization.FanIn(2), seed: 1, biased: true);
        double square = 0;
        foreach (double weight in network.Layers[0].Weights)
            square += weight * weight / network.Layers[0].Weights.Length;
        // 40,000 squares of variance 2 (0.01)^2: five standard errors of their mean are 3.6% of it.
        Assert.InRange(square, 0.01 * 0.964, 0.01 * 1.036);
        Assert.True(network.Layers[0].HasBias);
        Assert.All(network.Layers[0].Bias.ToArray(), bias => Assert.Equal(0, bias));
        Assert.False(Network.Create([2, 1], Activation.Relu, Initialization.Normal(1), seed: 1).Layers[0].HasBias);
    }

    [Fact]
    public void Networks_do_not_share_weights_with_what_they_are_made_from()
    {
        double[] weights = [1, 2];
        var layer = new DenseLayer(2, 1, weights);
        weights[0] = 9;
        Assert.Equal(1, layer.Weight(0, 0));
        Assert.NotSame(layer, Network.FromWeights(layer).Layers[0]);
        Network clone = Example.Clone();
        Assert.NotSame(Example.Layers[0], clone.Layers[0]);
        Assert.Equal(Example.Parameters(), clone.Parameters());
        Assert.Equal(15, Example.ParameterCount);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => new DenseLayer(2, 2, [1, 2, 3])).ParamName);
        Assert.Equal("bias", Assert.Throws<ArgumentException>(() => new DenseLayer(1, 2, [1, 2], bias: [1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => new DenseLayer(1, 1, [double.NaN])).ParamName);
        Assert.Equal("inputSize", Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLayer(0, 1, [])).ParamName);
        Assert.Equal("outputSize", Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLayer(1, 0, [])).ParamName);
        Assert.Equal("activation", Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLayer(1, 1, [1], (Activation)9)).ParamName);
        Assert.Equal("layers", Assert.Throws<ArgumentException>(() => Network.FromWeights()).ParamName);
        Assert.Equal("layers", Assert.Throws<ArgumentException>(() => Network.FromWeights(new DenseLayer(1, 2, [1, 2]), new DenseLayer(1, 1, [1]))).ParamName);
        Assert.Equal("hidden", Assert.Throws<ArgumentException>(() => Network.FromWeights([[1, 2], [3]], [1, 1])).ParamName);
        Assert.Equal("widths", Assert.Throws<ArgumentException>(() => Network.Create([2], Activation.Relu, Initialization.Normal(1), 1)).ParamName);
        Assert.Equal("deviation", Assert.Throws<ArgumentOutOfRangeException>(() => Initialization.Normal(-1)).ParamName);
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => Example.Evaluate([1])).ParamName);
        Assert.Equal("layer", Assert.Throws<ArgumentOutOfRangeException>(() => Example.Preactivation(2, 0, [1, 2])).ParamName);
        Assert.Equal("neuron", Assert.Throws<ArgumentOutOfRangeException>(() => Example.Preactivation(0, 3, [1, 2])).ParamName);
    }
}
