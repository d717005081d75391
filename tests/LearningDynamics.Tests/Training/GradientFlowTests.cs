using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>Gradient descent is Euler's method on the gradient flow: at a fixed time its error halves with the learning rate.</summary>
public class GradientFlowTests
{
    private const double Duration = 4;

    [Fact]
    public void One_layer_converges_with_order_1_to_the_exact_logit()
    {
        // u + e^u = u0 + e^u0 + n^2 p t, with n = 1.3 and p = 0.6.
        const double Norm = 1.3, Frequency = 0.6, Start = 0.2;
        double exact = SolveForLogit(Start + Math.Exp(Start) + (Norm * Norm * Frequency * Duration));
        var plan = new TrainingPlan
        {
            Network = Network.FromWeights(new DenseLayer(2, 1, [Start / Norm, 0])),
            Data = new LinedUpClasses([new(Norm, Frequency)]).WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = 1.0 / 64,
        };
        double[] errors = [.. Halvings(plan).Select(network => network.Logit([Norm, 0]) - exact)];
        AssertOrderOne(errors);
    }

    [Fact]
    public void The_invariant_of_a_neuron_drifts_with_order_1()
    {
        TrainingPlan plan = TestPlans.SingleMode() with { LearningRate = 1.0 / 64 };
        double start = Invariant(plan.Network);
        AssertOrderOne([.. Halvings(plan).Select(network => Invariant(network) - start)]);
    }

    [Fact]
    public void Momentum_follows_the_flow_at_the_time_that_its_docstring_gives()
    {
        TrainingPlan plan = TestPlans.SingleMode();
        double plain = new ManagedTrainer().Train((plan with { LearningRate = 1.0 / 4096 }).Until(Duration)).Network.Logit([1.3, 0]);
        double[] errors = [.. Halvings(plan with { Optimizer = Optimizer.Momentum(0.5), LearningRate = 1.0 / 256 }, Duration / 2)
            .Select(network => network.Logit([1.3, 0]) - plain)];
        // Both approach the flow at first order; the plain run is 16 times nearer than the first.
        Assert.InRange(errors[1] / errors[0], 0.4, 0.6);
    }

    private static IEnumerable<Network> Halvings(TrainingPlan plan, double duration = Duration)
    {
        for (int halving = 0; halving < 4; halving++)
            yield return new ManagedTrainer().Train((plan with { LearningRate = plan.LearningRate / (1 << halving) }).Until(duration)).Network;
    }

    // The error is c eta + O(eta^2), so the observed order is 1 + O(eta); the smallest three of four rates are judged.
    private static void AssertOrderOne(double[] errors)
    {
        for (int i = 1; i < errors.Length - 1; i++)
            Assert.InRange(Math.Log2(errors[i] / errors[i + 1]), 0.95, 1.05);
    }

    private static double Invariant(Network network)
    {
        double z = network.Layers[1].Weight(0, 0);
        ReadOnlySpan<double> w = network.Layers[0].Weights;
        return (z * z) - (w[0] * w[0]) - (w[1] * w[1]);
    }

    private static double SolveForLogit(double sum)
    {
        double u = Math.Log(sum);
        for (int i = 0; i < 50; i++)
            u -= (u + Math.Exp(u) - sum) / (1 + Math.Exp(u));
        return u;
    }
}
