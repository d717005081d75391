using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>Convolution layers, against this library's own evaluation and against dense layers that are equal to them.</summary>
public class ConvolutionTests
{
    private static readonly ImageShape Image = new(2, 4, 5);

    [TorchTheory]
    [InlineData(1, 0, Activation.Identity)]
    [InlineData(2, 1, Activation.Elu)]
    [InlineData(1, 2, Activation.Elu)]
    public void A_step_follows_the_gradient_of_the_loss_of_the_network(int stride, int padding, Activation activation)
    {
        TrainingPlan plan = Plan(stride, padding, activation) with { LearningRate = 1, Steps = 1 };
        var shape = new ParameterVector(plan.Network);
        double[] start = shape.ToArray();
        double[] end = Torch.Trainer.Train(plan).Network.Parameters();
        // Central differences with a step h err by h^2 / 6 times a third derivative of order 1, and by 1e-16 / h.
        const double H = 1e-4;
        for (int i = 0; i < start.Length; i++)
        {
            double[] moved = [.. start];
            moved[i] = start[i] + H;
            double above = plan.Loss.Mean(shape.ToNetwork(moved), plan.Data);
            moved[i] = start[i] - H;
            double below = plan.Loss.Mean(shape.ToNetwork(moved), plan.Data);
            Assert.Equal((above - below) / (2 * H), start[i] - end[i], 1e-7);
        }
    }

    [TorchFact]
    public void A_kernel_as_large_as_the_image_is_a_dense_layer()
    {
        var square = new ImageShape(2, 3, 3);
        var kernel = ConvolutionLayer.Create(square, channels: 3, kernelSize: 3, Activation.Relu, Initialization.FanIn(), seed: 5, biased: true);
        var top = new DenseLayer(3, 1, [0.5, -0.25, 0.75]);
        TrainingPlan plan = Plan(1, 0, Activation.Relu) with { Data = Images(square.Size), Steps = 100 };
        double[] convolved = Torch.Trainer.Train(plan with { Network = Network.FromWeights(top).Behind(kernel) }).Network.Parameters();
        double[] dense = new ManagedTrainer().Train(plan with { Network = Network.FromWeights(new DenseLayer(square.Size, 3, kernel.Weights, Activation.Relu, kernel.Bias), top) }).Network.Parameters();
        Assert.All(dense.Zip(convolved), pair => Assert.Equal(pair.First, pair.Second, AgreementTests.DoubleTolerance));
    }

    [TorchFact]
    public void Layers_behind_each_other_learn()
    {
        TrainingPlan plan = Plan(1, 1, Activation.Relu) with { Steps = 200 };
        TrainingResult result = Torch.Trainer.Train(plan);
        Assert.True(result.FinalLoss < plan.Loss.Mean(plan.Network, plan.Data));
        Assert.Equal(plan.Network.Convolutions.Select(layer => layer.Output), result.Network.Convolutions.Select(layer => layer.Output));
    }

    private static TrainingPlan Plan(int stride, int padding, Activation activation)
    {
        var drawn = ConvolutionLayer.Create(Image, channels: 2, kernelSize: 2, activation, Initialization.FanIn(), seed: 1);
        // Biases keep neurons that see padding alone off the corner of their activation.
        var first = new ConvolutionLayer(Image, 2, 2, drawn.Weights, activation, [0.3, -0.2], stride, padding);
        var second = ConvolutionLayer.Create(first.Output, channels: 1, kernelSize: 2, activation, Initialization.FanIn(), seed: 2);
        return new()
        {
            Network = Network.Create([second.Output.Size, 1], Activation.Identity, Initialization.FanIn(), seed: 3).Behind(first, second),
            Data = Images(Image.Size),
            Loss = Loss.Logistic,
            LearningRate = 0.05,
        };
    }

    private static Dataset Images(int size)
    {
        var random = new RandomStream(9);
        double[][] images = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextNormal()).ToArray())];
        return Dataset.FromExamples(images, [1.0, 0, 1, 1, 0, 0]);
    }
}
