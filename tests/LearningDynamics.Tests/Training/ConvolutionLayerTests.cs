using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class ConvolutionLayerTests
{
    private static readonly ImageShape Image = new(1, 3, 3);

    [Fact]
    public void A_kernel_is_laid_over_the_image_without_being_turned()
    {
        var layer = new ConvolutionLayer(Image, 1, 2, [1, 10, 100, 1000]);
        Assert.Equal(new ImageShape(1, 2, 2), layer.Output);
        Assert.Equal([5421, 6532, 8754, 9865], Images(layer, [1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    [Fact]
    public void Stride_and_padding_move_the_kernel_over_the_edge()
    {
        var layer = new ConvolutionLayer(Image, 1, 2, [1, 10, 100, 1000], stride: 2, padding: 1);
        Assert.Equal(new ImageShape(1, 2, 2), layer.Output);
        Assert.Equal([1000, 3200, 7040, 9865], Images(layer, [1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    [Fact]
    public void Channels_add_up_and_each_has_its_bias_and_activation()
    {
        var layer = new ConvolutionLayer(new(2, 1, 2), 2, 1, [1, 2, -1, -1], Activation.Relu, [0.5, 10]);
        Assert.Equal([7.5, 10.5, 6, 4], Images(layer, [1, 2, 3, 4]));
    }

    [Fact]
    public void A_network_behind_convolutions_counts_clones_and_evaluates_them()
    {
        var layer = new ConvolutionLayer(Image, 1, 2, [1, 10, 100, 1000], bias: [0.5]);
        Network network = Network.FromWeights(new DenseLayer(4, 1, [1, 0, 0, 1])).Behind(layer);
        Assert.Equal(9, network.InputSize);
        Assert.Equal(9, network.ParameterCount);
        Assert.Equal(5421.5 + 9865.5, network.Clone().Logit([1, 2, 3, 4, 5, 6, 7, 8, 9]));
        Assert.Equal([1, 10, 100, 1000, 0.5, 1, 0, 0, 1], new ParameterVector(network).ToArray());
        Assert.Equal(9865.5, new ParameterVector(network).ToNetwork([1, 10, 100, 1000, 0.5, 0, 0, 0, 1]).Logit([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        Network network = Network.FromWeights(new DenseLayer(4, 1, [1, 0, 0, 1]));
        var layer = new ConvolutionLayer(Image, 1, 2, [1, 10, 100, 1000]);
        Assert.Throws<ArgumentException>(() => network.Behind(layer, layer));
        Assert.Throws<ArgumentException>(() => network.Behind(new ConvolutionLayer(Image, 1, 1, [1.0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvolutionLayer(Image, 1, 4, new double[16]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvolutionLayer(Image, 1, 2, new double[4], stride: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvolutionLayer(Image, 1, 2, new double[4], padding: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvolutionLayer(new(0, 3, 3), 1, 2, []));
        Assert.Throws<ArgumentException>(() => new ConvolutionLayer(Image, 1, 2, new double[3]));
        Assert.Throws<ArgumentException>(() => new ConvolutionLayer(Image, 1, 2, new double[4], bias: [1, 2]));
        Assert.Throws<ArgumentException>(() => new ConvolutionLayer(Image, 1, 2, [1, 2, 3, double.NaN]));
    }

    [Fact]
    public void The_managed_trainer_says_that_it_does_not_train_them()
    {
        var plan = new TrainingPlan
        {
            Network = Network.FromWeights(new DenseLayer(4, 1, [1, 0, 0, 1])).Behind(new ConvolutionLayer(Image, 1, 2, [1, 10, 100, 1000])),
            Data = Dataset.FromExamples([new double[9]], [1.0]),
            Loss = Loss.Squared,
            LearningRate = 0.1,
            Steps = 1,
        };
        Assert.Equal("Convolution layers are not supported.", new ManagedTrainer().Supports(plan).Missing);
        Assert.Throws<NotSupportedException>(() => new ManagedTrainer().Train(plan));
    }

    /// <summary>The images that go out, through a dense layer that changes nothing.</summary>
    private static double[] Images(ConvolutionLayer layer, double[] input)
    {
        int size = layer.Output.Size;
        double[] identity = [.. Enumerable.Range(0, size * size).Select(place => place % (size + 1) == 0 ? 1.0 : 0)];
        return Network.FromWeights(new DenseLayer(size, size, identity)).Behind(layer).Evaluate(input);
    }
}
