using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>
/// One weight layer on four copies of one example, so that a mean over the data and a sum over it differ. Under the hinge loss, before its margin, the logit
/// climbs in a straight line, and gradient descent is exact at any learning rate.
/// </summary>
internal sealed record PlantedPerceptron
{
    private const double InputNorm = 1.3, InitialLogit = -0.4, Margin = 100;
    private const int Copies = 4;

    public bool UsesHinge { get; init; }

    public double ExactFactor { get; init; } = 1;

    public ExperimentDescriptor Describe(params CrossCheckDescriptor[] checks) => new()
    {
        Id = "planted/perceptron",
        Name = "PlantedPerceptron",
        Parameters = [],
        Routes = [Route.ClosedForm, Route.Trained],
        CrossChecks = [.. checks],
        Bind = _ => Bind(),
    };

    private BoundExperiment Bind() => new()
    {
        Duration = 8,
        ClosedForm = ClosedFormRoute.Create(
            () => new LayeredMode(1, InputNorm, frequency: 1, InitialLogit),
            (mode, time, writer) => writer.Add("Logit", UsesHinge ? InitialLogit + (InputNorm * InputNorm * ExactFactor * time) : mode.Logit(ExactFactor * time)),
            find: null),
        Trained = TrainedRoute.Create(Plan, (network, _) => network.Logit([InputNorm, 0]), (logit, writer) => writer.Add("Logit", logit), find: null),
    };

    private TrainingPlan Plan() => new()
    {
        Network = Network.FromWeights(new DenseLayer(2, 1, [InitialLogit / InputNorm, 0])),
        Data = Dataset.FromExamples([.. Enumerable.Repeat(new[] { InputNorm, 0 }, Copies)], [.. Enumerable.Repeat(1.0, Copies)]),
        Loss = UsesHinge ? Loss.Hinge(Margin) : Loss.Logistic,
        LearningRate = 0.1,
    };
}
