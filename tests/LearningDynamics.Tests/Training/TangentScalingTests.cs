using LearningDynamics.Data;
using LearningDynamics.Tests.Training.Responses;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class TangentScalingTests
{
    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Elu)]
    public void The_kernel_is_that_of_the_formula_with_its_own_weights(Activation activation)
    {
        const int Features = 40, Inputs = 8;
        var scaling = new TangentScaling(Inputs, Features);
        TrainingPlan plan = ResponsePlans.Wide(activation, seed: 6, Features);
        var cube = new Hypercube(Inputs);
        double[] trained = cube.Vertex(0b00001111);
        ProbeSet probes = scaling.Hypercube(HypercubeEncoding.Signed).Probes();
        var field = new ResponseField(probes);
        new TrainingResponse(plan, plan.Data.Input(0), 1, probes).Measure(plan.Network, field);

        foreach (int vertex in new[] { 0, 3, 0b00001111, 200, 255 })
        {
            double[] input = cube.Vertex(vertex);
            double overlap = input.Zip(trained, (x, y) => x * y).Sum() / Inputs, logit = 0, kernel = 0;
            for (int i = 0; i < Features; i++)
            {
                // The formula's weights are sqrt m times those of the layers.
                double v = Math.Sqrt(Features) * plan.Network.Layers[1].Weight(0, i);
                (double value, double slope) = Feature(input, i);
                (double trainedValue, double trainedSlope) = Feature(trained, i);
                logit += v * value / Math.Sqrt(Features);
                kernel += ((value * trainedValue) + (overlap * v * v * slope * trainedSlope)) / Features;
            }

            Assert.Equal(logit, field.Logits[vertex], 1e-13);
            Assert.Equal(kernel, scaling.TangentKernel(field.TangentKernel[vertex]), 1e-13);
        }

        (double Value, double Slope) Feature(double[] input, int i)
        {
            double h = 0;
            for (int k = 0; k < Inputs; k++)
                h += Math.Sqrt(Features) * plan.Network.Layers[0].Weight(i, k) * input[k] / Math.Sqrt(Inputs);
            return h > 0 ? (h, 1) : activation == Activation.Elu ? (Math.Exp(h) - 1, Math.Exp(h)) : (0, 0);
        }
    }

    [Fact]
    public void Weights_have_the_variances_asked_for()
    {
        // The mean square of n normal numbers scatters by sqrt(2 / n) of itself; five times that is a chance of 6e-7.
        Network network = new TangentScaling(10, 20_000).Network(Activation.Relu, 0.5, 3, seed: 1);
        Assert.Equal(0.5, 20_000 * MeanSquare(network.Layers[0].Weights), 5 * 0.5 * Math.Sqrt(2 / 2e5));
        Assert.Equal(3, 20_000 * MeanSquare(network.Layers[1].Weights), 5 * 3 * Math.Sqrt(2 / 2e4));
    }

    [Fact]
    public void Numbers_outside_their_domains_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => new TangentScaling(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("features", () => new TangentScaling(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("hiddenVariance", () => new TangentScaling(1, 1).Network(Activation.Relu, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("outputVariance", () => new TangentScaling(1, 1).Network(Activation.Relu, 1, double.NaN, 1));
    }

    private static double MeanSquare(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return sum / values.Length;
    }
}
