using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>Three classes under the softmax loss converge to the exact logit of one of them.</summary>
[Experiment("conformance/three-classes", Source = "derived in docs/theory/multiclass.md")]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
internal sealed partial class ThreeClasses
{
    private const int Classes = 3;
    private const double InputNorm = 1.5;
    private const double Frequency = 0.25;
    private const double InitialPreactivation = 0.75;
    private const double InitialOutputWeight = 0.25;

    [Horizon]
    public double Duration { get; init; } = 12;

    [Observables]
    public readonly record struct Curve(double Logit);

    [ClosedForm]
    public SoftmaxClass Exact() => new(Classes, InputNorm, Frequency, [InitialPreactivation], [InitialOutputWeight]);

    [Observe]
    public Curve Observe(SoftmaxClass solved, double t) => new(solved.Logit(t));

    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Network.FromWeights(Diagonal(InitialPreactivation / InputNorm, Activation.Relu), Diagonal(InitialOutputWeight, Activation.Identity)),
        Data = new LinedUpClasses([.. Enumerable.Repeat(new ExampleClass(InputNorm, Frequency), Classes)]).WithSoftmaxTargets(),
        Loss = Loss.Softmax,
        LearningRate = 0.06,
    };

    [Observe]
    public Curve Observe(Network network)
    {
        double[] outputs = network.Evaluate([InputNorm, 0, 0]);
        return new(outputs[0] - outputs[1]);
    }

    private static DenseLayer Diagonal(double value, Activation activation) =>
        new(Classes, Classes, [.. Enumerable.Range(0, Classes * Classes).Select(place => place % (Classes + 1) == 0 ? value : 0)], activation);
}
