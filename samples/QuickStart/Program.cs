using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Generated;
using LearningDynamics.Hosting;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

return ExperimentProgram.Run(args, DeclaredExperiments.Catalog);

/// <summary>Logistic regression on one example: how fast does the logit grow?</summary>
[Experiment("quick-start/one-weight")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
public sealed partial class OneWeight
{
    /// <summary>The norm of the example.</summary>
    [Parameter(Above = 0), Sweep(0.5, 1.0, 2.0)]
    public double InputNorm { get; init; } = 1;

    /// <summary>Until which time it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 10;

    [Observables]
    public readonly record struct Curve(double Logit, double Confidence);

    [State]
    public readonly record struct State<T>(T Logit) where T : struct;

    // 1. The exact formula.
    [ClosedForm]
    public LayeredMode Exact() => new(layers: 1, InputNorm, frequency: 1, initialLogit: 0);

    [Observe]
    public Curve Observe(LayeredMode mode, double t) => new(mode.Logit(t), mode.Confidence(t));

    // 2. The gradient flow: u' = ||x||^2 sigma(-u).
    [InitialState]
    public State<double> Start() => new(0);

    [Flow]
    public State<T> Flow<T>(State<T> s) where T : struct, IScalar<T> => new(T.Logistic(-s.Logit) * InputNorm * InputNorm);

    [Observe]
    public Curve Observe(State<double> s) => new(s.Logit, Functions.Logistic(s.Logit));

    // 3. A network that is really trained.
    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Network.FromWeights(new DenseLayer(inputSize: 1, outputSize: 1, weights: [0])),
        Data = Dataset.FromExamples([[InputNorm]], [1]),
        Loss = Loss.Logistic,
        LearningRate = 0.1,
    };

    [Observe]
    public Curve Observe(Network network) => new(network.Logit([InputNorm]), Functions.Logistic(network.Logit([InputNorm])));
}
