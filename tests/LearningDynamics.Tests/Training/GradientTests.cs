using System.Globalization;
using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>
/// One step of gradient descent at learning rate 1 changes every weight by minus its derivative. That is compared with
/// finite differences of the loss as <see cref="Network.Evaluate(ReadOnlySpan{double})"/> and <see cref="Loss.Value"/> define it.
/// </summary>
public class GradientTests
{
    // A difference of fourth order with spacing h errs by h^4 f^(5) / 30 + 1.5 u f / h: about u^(4/5) at the best h, u^(1/5).
    private const double Spacing = 7e-4;
    private const double DifferenceAccuracy = 1000 * 3e-13;
    private const int ExampleCount = 5;

    public static TheoryData<int, int, bool> Shapes()
    {
        var shapes = new TheoryData<int, int, bool>();
        foreach (int depth in new[] { 1, 2, 3 })
        {
            foreach (int width in new[] { 1, 3, 8, 17 })
            {
                shapes.Add(depth, width, false);
                shapes.Add(depth, width, true);
            }
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_step_follows_the_finite_difference_gradient(int depth, int width, bool biased)
    {
        foreach ((string name, Network network, Dataset data, Loss loss) in Cases(depth, width, biased))
        {
            double[] gradient = Gradient(network, data, loss, Precision.Double);
            double[] differences = Differences(network, data, loss);
            Assert.Equal(differences.Length, gradient.Length);
            for (int i = 0; i < gradient.Length; i++)
                Assert.True(Math.Abs(gradient[i] - differences[i]) <= DifferenceAccuracy * (1 + Math.Abs(differences[i])), Message(name, i, differences[i], gradient[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void In_single_precision_a_step_differs_by_rounding_alone(int depth, int width, bool biased)
    {
        foreach ((string name, Network network, Dataset data, Loss loss) in Cases(depth, width, biased))
        {
            double[] exact = Gradient(network, data, loss, Precision.Double);
            double[] rounded = Gradient(network, data, loss, Precision.Single);
            double[] majorant = GradientMajorant.Of(network, data);
            // Every path from the inputs to the loss and back passes at most so many roundings, each of relative size 2^-24; the
            // step itself rounds once more, relative to the weight.
            int roundings = (2 * network.Layers.Sum(layer => layer.InputSize + 8)) + data.Count + 16;
            double[] weights = network.Parameters();
            for (int i = 0; i < exact.Length; i++)
            {
                double bound = roundings * Math.ScaleB(1, -24) * (majorant[i] + Math.Abs(weights[i]));
                Assert.True(Math.Abs(exact[i] - rounded[i]) <= bound, Message(name, i, exact[i], rounded[i]));
            }
        }
    }

    [Fact]
    public void Late_in_training_the_gradient_keeps_its_relative_accuracy()
    {
        // Logit 30: sigma(30) - 1 = -9.4e-14 would lose 3 of 16 digits if formed as a difference.
        Network network = Network.FromWeights([[0.5]], [60.0], Activation.Identity);
        double expected = -60 * Functions.Logistic(-30);
        foreach (Loss loss in new[] { Loss.Logistic, Loss.Softmax })
        {
            bool binary = loss == Loss.Logistic;
            Network learner = binary
                ? network
                : Network.FromWeights(new DenseLayer(1, 1, [0.5]), new DenseLayer(1, 2, [60, 0]));
            Dataset data = binary ? Dataset.FromExamples([[1]], [1]) : Dataset.FromLabels([[1]], [0], 2);
            // A large learning rate, so that the change is not lost in the weight it is added to.
            var plan = new TrainingPlan { Network = learner, Data = data, Loss = loss, LearningRate = 1e15, Steps = 1 };
            double change = new ManagedTrainer().Train(plan).Network.Layers[0].Weight(0, 0) - 0.5;
            Assert.Equal(-expected, change / 1e15, 1e-14 * Math.Abs(expected));
        }
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(-30, 0)]
    public void Late_in_training_the_squared_error_of_a_probability_keeps_its_relative_accuracy(double logit, double target)
    {
        Network network = Network.FromWeights(new DenseLayer(1, 1, [logit]));
        var plan = new TrainingPlan { Network = network, Data = Dataset.FromExamples([[1]], [target]), Loss = Loss.SquaredProbability, LearningRate = 1e29, Steps = 1 };
        double change = (new ManagedTrainer().Train(plan).Network.Layers[0].Weight(0, 0) - logit) / 1e29;
        // The gap is sigma(-30), and so is one factor of q (1 - q).
        double expected = Math.Sign(logit) * Functions.Logistic(-30) * Functions.Logistic(-30) * Functions.Logistic(30);
        Assert.Equal(expected, change, 1e-14 * Math.Abs(expected));
    }

    [Fact]
    public void At_the_kinks_the_derivatives_are_0_for_the_ReLU_and_the_hinge()
    {
        // Preactivation exactly 0: nothing moves. Output exactly at the margin: nothing moves.
        Network dead = Network.FromWeights([[1, -1]], [2]);
        Assert.All(Gradient(dead, Dataset.FromExamples([[1, 1]], [1]), Loss.Logistic, Precision.Double), slope => Assert.Equal(0, slope));
        Network linear = Network.FromWeights(new DenseLayer(1, 1, [1]));
        Assert.All(Gradient(linear, Dataset.FromExamples([[1]], [1]), Loss.Hinge(), Precision.Double), slope => Assert.Equal(0, slope));
    }

    private static IEnumerable<(string Name, Network Network, Dataset Data, Loss Loss)> Cases(int depth, int width, bool biased)
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            foreach (Loss loss in new[] { Loss.Logistic, Loss.Softmax, Loss.Hinge(0.5), Loss.Squared, Loss.SquaredProbability })
            {
                int outputs = loss == Loss.Softmax ? Math.Max(2, width / 3) : width == 8 ? 2 : 1;
                int[] widths = [Math.Max(2, width - 1), .. Enumerable.Repeat(width, depth - 1), outputs];
                yield return Smooth(string.Create(CultureInfo.InvariantCulture, $"{activation}, {loss.GetType().Name}, {depth} layers of {width}"), widths, activation, loss, biased);
            }
        }
    }

    /// <summary>A random case with no kink of an activation or of the hinge within reach of the differences.</summary>
    private static (string Name, Network Network, Dataset Data, Loss Loss) Smooth(string name, int[] widths, Activation activation, Loss loss, bool biased)
    {
        for (ulong seed = 1; ; seed++)
        {
            var random = new RandomStream(seed);
            // In single-precision numbers, so that both precisions start from the same.
            double[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => (double)(float)random.NextNormal())];
            double[] DrawWeights(int inputs, int outputs) => [.. Draw(inputs * outputs).Select(w => (double)(float)(w / Math.Sqrt(inputs)))];
            Network network = Network.FromWeights([.. Enumerable.Range(0, widths.Length - 1).Select(k =>
                new DenseLayer(widths[k], widths[k + 1], DrawWeights(widths[k], widths[k + 1]), activation, biased ? Draw(widths[k + 1]) : []))]);
            double[][] inputs = [.. Enumerable.Range(0, ExampleCount).Select(_ => Draw(widths[0]))];
            double[][] targets = [.. inputs.Select(_ => Target(loss, widths[^1], random))];
            Dataset data = Dataset.FromExamples(inputs, targets).WithFrequencies(0.25, 0.125, 0.0625, 0.25, 0.125);
            if (IsSmooth(network, data, loss))
                return (name, network, data, loss);
        }
    }

    private static double[] Target(Loss loss, int outputs, RandomStream random)
    {
        double[] target = new double[outputs];
        if (loss is SoftmaxLoss)
        {
            target[random.NextInteger(outputs)] = 1;
            return target;
        }

        for (int k = 0; k < outputs; k++)
        {
            int bit = random.NextInteger(2);
            target[k] = loss is HingeLoss ? (2 * bit) - 1 : bit;
        }

        return target;
    }

    private static bool IsSmooth(Network network, Dataset data, Loss loss)
    {
        // A weight moves by at most 2 spacings and a preactivation by that times its input; an output moves along more paths.
        const double Reach = 5 * Spacing;
        for (int j = 0; j < data.Count; j++)
        {
            for (int k = 0; k < network.Layers.Count; k++)
            {
                for (int i = 0; i < network.Layers[k].OutputSize; i++)
                {
                    if (network.Layers[k].Activation != Activation.Identity && Math.Abs(network.Preactivation(k, i, data.Input(j))) < Reach)
                        return false;
                }
            }

            double[] outputs = network.Evaluate(data.Input(j));
            for (int k = 0; k < outputs.Length; k++)
            {
                if (loss is HingeLoss hinge && Math.Abs(hinge.Margin - (data.Target(j)[k] * outputs[k])) < 4 * Reach)
                    return false;
            }
        }

        return true;
    }

    private static double[] Gradient(Network network, Dataset data, Loss loss, Precision precision)
    {
        var plan = new TrainingPlan { Network = network, Data = data, Loss = loss, LearningRate = 1, Steps = 1, Precision = precision };
        double[] after = new ManagedTrainer().Train(plan).Network.Parameters();
        return [.. network.Parameters().Zip(after, (before, then) => before - then)];
    }

    private static double[] Differences(Network network, Dataset data, Loss loss)
    {
        double[] parameters = network.Parameters();
        double[] slopes = new double[parameters.Length];
        for (int i = 0; i < slopes.Length; i++)
        {
            double LossAt(double shift)
            {
                double[] moved = [.. parameters];
                moved[i] += shift;
                return loss.Mean(network.WithParameters(moved), data);
            }

            slopes[i] = ((8 * (LossAt(Spacing) - LossAt(-Spacing))) - (LossAt(2 * Spacing) - LossAt(-2 * Spacing))) / (12 * Spacing);
        }

        return slopes;
    }

    private static string Message(string name, int parameter, double expected, double actual) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: parameter {parameter} has slope {expected} and the step says {actual}.");
}
