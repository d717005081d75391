using LearningDynamics.CrossChecks;
using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>
/// Under gradient flow z^2 - |w|^2 is constant for each neuron of a bias-free ReLU layer with one output. A step of gradient descent changes it by
/// eta^2 (dz^2 - |dw|^2), with no term in eta: so at a fixed time it has drifted by an amount of order eta.
/// </summary>
internal static class InvariantDrift
{
    private const double Duration = 4;
    private const long CoarsestSteps = 256;
    private const double OrderTolerance = 0.1;

    public static ConformanceCase Case { get; } = new(
        "convergence/invariants",
        "At a fixed time z^2 - |w|^2 of every hidden neuron has drifted from its start by an amount of order 1 in the learning rate.",
        [At(CoarsestSteps)],
        Judge);

    private static Judgement Judge(ITrainer trainer, CancellationToken cancellation)
    {
        double coarse = Drift(trainer, CoarsestSteps, cancellation);
        double middle = Drift(trainer, 2 * CoarsestSteps, cancellation);
        double fine = Drift(trainer, 4 * CoarsestSteps, cancellation);
        double order = Math.Log2(middle / fine);
        return Judgement.Within(
            Math.Abs(order - 1),
            OrderTolerance,
            FormattableString.Invariant($"The drift falls with order {order:F3} in the learning rate; 1 within {OrderTolerance} is allowed."),
            [new("order", order), new("coarserOrder", Math.Log2(coarse / middle)), new("finestDrift", fine)]);
    }

    /// <summary>The 2-norm of the drift over all neurons.</summary>
    private static double Drift(ITrainer trainer, long steps, CancellationToken cancellation)
    {
        TrainingPlan plan = At(steps);
        Network end = trainer.Train(plan, cancellation: cancellation).Network;
        return Math.Sqrt(Enumerable.Range(0, end.Layers[0].OutputSize).Sum(neuron => Math.Pow(Invariant(end, neuron) - Invariant(plan.Network, neuron), 2)));
    }

    private static double Invariant(Network network, int neuron)
    {
        double sum = Math.Pow(network.Layers[1].Weight(0, neuron), 2);
        foreach (double weight in network.Layers[0].IncomingWeights(neuron))
            sum -= weight * weight;
        return sum;
    }

    /// <summary>Two lined-up classes with two neurons each: their gates never switch.</summary>
    private static TrainingPlan At(long steps)
    {
        var classes = new LinedUpClasses([new(InputNorm: 1.25, Frequency: 0.5), new(InputNorm: 0.75, Frequency: 0.5)]);
        return new()
        {
            Network = Network.FromWeights([[0.5, -0.25], [0.125, -0.5], [-0.25, 0.75], [-0.5, 0.25]], [0.25, 0.75, -0.5, -0.25]),
            Data = classes.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = Duration / steps,
            Steps = steps,
        };
    }
}
