using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>One class of lined-up examples and one hidden ReLU neuron converge to the exact logit and weights.</summary>
[Experiment("conformance/lined-up-examples", Source = "arXiv:1809.06848, Theorem 3.4")]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
internal sealed partial class LinedUpExamples
{
    private const double InputNorm = 1.5;
    private const double Frequency = 0.75;
    private const double InitialPreactivation = 0.5;
    private const double InitialOutputWeight = -0.125;

    [Horizon]
    public double Duration { get; init; } = 6;

    [Observables]
    public readonly record struct Curve(double Preactivation, double OutputWeight, double Logit);

    [ClosedForm]
    public LinedUpMode Exact() => new(InputNorm, Frequency, InitialPreactivation, InitialOutputWeight);

    [Observe]
    public Curve Observe(LinedUpMode mode, double t) => new(mode.Preactivation(t), mode.OutputWeight(t), mode.Logit(t));

    [Trained]
    public TrainingPlan Train()
    {
        var data = new LinedUpClasses([new(InputNorm, Frequency)]);
        return new()
        {
            Network = Network.FromWeights([data.WeightsFor(InitialPreactivation)], [InitialOutputWeight]),
            Data = data.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = 0.03,
        };
    }

    [Observe]
    public Curve Observe(Network network) =>
        new(network.Preactivation(0, 0, [InputNorm, 0]), network.Layers[1].Weights[0], network.Logit([InputNorm, 0]));
}
