using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>One weight under the logistic loss relaxes to the logit of a target between 0 and 1, as exactly solved.</summary>
[Experiment("conformance/response-to-a-share", Source = "arXiv:2405.04074, the simplified system with a constant kernel")]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
internal sealed partial class ResponseToAShare
{
    private const double Target = 0.75;
    private const double InitialLogit = -1.5;

    [Horizon]
    public double Duration { get; init; } = 12;

    [Observables]
    public readonly record struct Curve(double Logit);

    [ClosedForm]
    public SimplifiedSystem Exact() => SimplifiedSystem.CrossEntropy(target: Target, initialLogit: InitialLogit);

    [Observe]
    public Curve Observe(SimplifiedSystem solved, double t) => new(solved.Logit(t));

    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Network.FromWeights(new DenseLayer(1, 1, [InitialLogit])),
        Data = Dataset.FromExamples([[1.0]], [Target]),
        Loss = Loss.Logistic,
        LearningRate = 0.12,
    };

    [Observe]
    public Curve Observe(Network network) => new(network.Logit([1]));
}
