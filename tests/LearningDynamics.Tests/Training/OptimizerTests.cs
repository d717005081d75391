using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>Each optimiser against its recursion, written out by hand for a network small enough to differentiate by hand.</summary>
public class OptimizerTests
{
    // Few enough to be still under way: near the minimum every recursion gives the same. Each step has at most 20 roundings of
    // numbers of order 1, of 1.2e-16 (double) or 6e-8 (single) each.
    private const int Steps = 20;
    private const double Tolerance = Steps * 20 * 1.2e-16;

    [Fact]
    public void Gradient_descent_matches_the_recursion_written_by_hand()
    {
        const double Rate = 0.05, Norm = 1.3, Frequency = 0.6;
        double y = 0.4, z = 0.2;
        for (int step = 0; step < Steps; step++)
        {
            double pull = Rate * Frequency * Functions.Logistic(-(z * y));
            (y, z) = (y + (pull * Norm * Norm * z), z + (pull * y));
        }

        Network network = new ManagedTrainer().Train(TestPlans.SingleMode() with { LearningRate = Rate, Steps = Steps }).Network;
        Assert.Equal(y, network.Preactivation(0, 0, [Norm, 0]), Tolerance);
        Assert.Equal(z, network.Layers[1].Weight(0, 0), Tolerance);
    }

    [Fact]
    public void Momentum_matches_the_recursion_written_by_hand()
    {
        double w = 0.3, m = 0;
        for (int step = 0; step < Steps; step++)
        {
            m = (0.8 * m) + Slope(w);
            w -= 0.02 * m;
        }

        Assert.Equal(w, TrainOneWeight(Optimizer.Momentum(0.8), Precision.Double), Tolerance);
    }

    [Fact]
    public void Adam_matches_the_recursion_written_by_hand()
    {
        double w = 0.3, m = 0, v = 0;
        for (int step = 1; step <= Steps; step++)
        {
            double g = Slope(w);
            m = (0.7 * m) + (0.3 * g);
            v = (0.9 * v) + (0.1 * g * g);
            double mean = m / (1 - Math.Pow(0.7, step)), square = v / (1 - Math.Pow(0.9, step));
            w -= 0.02 * mean / (Math.Sqrt(square) + 1e-3);
        }

        Assert.Equal(w, TrainOneWeight(Optimizer.Adam(0.7, 0.9, 1e-3), Precision.Double), Tolerance);
    }

    [Fact]
    public void In_single_precision_the_optimisers_differ_by_rounding_alone()
    {
        foreach (Optimizer optimizer in new[] { Optimizer.GradientDescent, Optimizer.Momentum(0.8), Optimizer.Adam(0.7, 0.9, 1e-3) })
            Assert.Equal(TrainOneWeight(optimizer, Precision.Double), TrainOneWeight(optimizer, Precision.Single), Steps * 20 * 6e-8);
    }

    [Fact]
    public void A_learning_rate_one_percent_off_is_seen()
    {
        double right = TrainOneWeight(Optimizer.GradientDescent, Precision.Double);
        double wrong = TrainOneWeight(Optimizer.GradientDescent, Precision.Double, rate: 0.0202);
        Assert.True(Math.Abs(right - wrong) > 1000 * Tolerance);
    }

    [Fact]
    public void Numbers_outside_their_domain_are_refused()
    {
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizer.Momentum(1)).ParamName);
        Assert.Equal("beta1", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizer.Adam(beta1: -0.1)).ParamName);
        Assert.Equal("beta2", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizer.Adam(beta2: double.NaN)).ParamName);
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizer.Adam(epsilon: 0)).ParamName);
    }

    // Two examples of frequency 1/2 for f = w x: x = 1, y = 1 and x = 2, y = 0.
    private static double Slope(double w) => (-0.5 * Functions.Logistic(-w)) + Functions.Logistic(2 * w);

    private static double TrainOneWeight(Optimizer optimizer, Precision precision, double rate = 0.02)
    {
        var plan = new TrainingPlan
        {
            Network = Network.FromWeights(new DenseLayer(1, 1, [0.3])),
            Data = Dataset.FromExamples([[1], [2]], [1, 0]),
            Loss = Loss.Logistic,
            Optimizer = optimizer,
            LearningRate = rate,
            Steps = Steps,
            Precision = precision,
        };
        return plan.Train()[0];
    }
}
