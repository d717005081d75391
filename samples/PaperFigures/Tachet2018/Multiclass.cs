using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Several classes of lined-up examples under the softmax: each is an independent mode again, and starts from a confidence of one over their number.
/// </summary>
[Experiment("tachet2018/multiclass", Source = "arXiv:1809.06848, several classes")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Figure("Learning curve", "Confidence", Caption = "From one over the number of classes to certainty.")]
public sealed partial class Multiclass
{
    /// <summary>How many classes there are, all alike.</summary>
    [Parameter(Symbol = "K", AtLeast = 2, AtMost = 1000)]
    public int Classes { get; init; } = 5;

    /// <summary>The norm of the examples of every class.</summary>
    [Parameter(Symbol = "||x||", Above = 0)]
    public double InputNorm { get; init; } = 1;

    /// <summary>The share of the data that each class makes up, at most one over the number of classes.</summary>
    [Parameter(Symbol = "p", Above = 0, AtMost = 0.5)]
    public double Frequency { get; init; } = 0.2;

    /// <summary>The preactivation of a class's neuron on its examples at the start; at 0 or below it is inactive.</summary>
    [Parameter(Symbol = "y0")]
    public double InitialPreactivation { get; init; } = 0.3;

    /// <summary>The output weight of a class's neuron towards its class at the start; those towards the wrong classes start at 0.</summary>
    [Parameter(Symbol = "v0")]
    public double InitialOutputWeight { get; init; } = 0.3;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 60;

    [Observables]
    public readonly record struct Curve(double Logit, double Confidence);

    [Findings]
    public readonly record struct Summary(Outcome Outcome, [property: EventTime] double? CollapseTime);

    /// <summary>What training tells: a dead neuron's logit is 0 at once, so that its steps do not say when between them it died.</summary>
    [Findings]
    public readonly record struct TrainedSummary(Outcome Outcome);

    // The exact solution of one class by itself.
    [ClosedForm]
    public SoftmaxClass Exact() => new(Classes, InputNorm, AllowedFrequency, [InitialPreactivation], [InitialOutputWeight]);

    [Observe]
    public Curve Observe(SoftmaxClass solved, double t) => new(solved.Logit(t), solved.Confidence(t));

    [Find]
    public Summary Find(SoftmaxClass solved) => new(solved.Outcome, solved.DeathTimes[0] is { } time && time <= Duration ? time : null);

    // The gradient flow of one class's neuron: its preactivation, then its output weights, the correct class's first.
    [InitialState]
    public double[] Start()
    {
        double[] state = new double[Classes + 1];
        (state[0], state[1]) = (InitialPreactivation, InitialOutputWeight);
        return state;
    }

    [Flow]
    public void Flow<T>(ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        T preactivation = T.Rectify(state[0]), gate = T.Step(state[0]) * AllowedFrequency;
        T total = 0;
        for (int k = 1; k < state.Length; k++)
        {
            derivative[k] = T.Exp((state[k] - state[1]) * preactivation);
            total += derivative[k];
        }

        T pull = 0;
        for (int k = 1; k < state.Length; k++)
        {
            T residual = (k == 1 ? (total - 1) / total : -derivative[k] / total) * gate;
            pull += state[k] * residual;
            derivative[k] = residual * preactivation;
        }

        derivative[0] = pull * InputNorm * InputNorm;
    }

    [Event(Direction = EventDirection.Falling)]
    public double Death(double[] state) => state[0];

    [Observe]
    public Curve Observe(double[] state) => Measure((state[1] - state[2]) * Math.Max(state[0], 0));

    [Find]
    public Summary Find(FlowRun<double[]> run) =>
        new(Judge(run.Final[0], run.Final[1] - run.Final[2], run.FirstTime(nameof(Death)) is not null), run.FirstTime(nameof(Death)));

    // The network: an input axis, a hidden ReLU and an output for each class, trained on all classes together; the first one is watched.
    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Network.FromWeights(Diagonal(InitialPreactivation / InputNorm, Activation.Relu), Diagonal(InitialOutputWeight, Activation.Identity)),
        Data = new LinedUpClasses([.. Enumerable.Repeat(new ExampleClass(InputNorm, AllowedFrequency), Classes)]).WithSoftmaxTargets(),
        Loss = Loss.Softmax,
        LearningRate = 0.1 / Math.Max(1, Frequency * InputNorm * InputNorm),
    };

    [Observe]
    public Curve Observe(Network network) => Measure(OutputDifference(network) * Math.Max(Preactivation(network), 0));

    [Find]
    public TrainedSummary Find(TrainedRun<Curve> run) =>
        new(Judge(Preactivation(run.Network), OutputDifference(run.Network), Preactivation(run.Network) <= 0));

    private double AllowedFrequency => Frequency * Classes <= 1 + 1e-12
        ? Frequency
        : throw new UsageException(FormattableString.Invariant(
            $"Frequency = {Frequency} is outside its domain (0, 1 / Classes] = (0, {1.0 / Classes}]: the frequencies of {Classes} classes would add up to more than 1."));

    private Curve Measure(double logit) => new(logit, Functions.Logistic(logit - Math.Log(Classes - 1)));

    private double Preactivation(Network network) => network.Preactivation(0, 0, [InputNorm, .. new double[Classes - 1]]);

    private static double OutputDifference(Network network) => network.Layers[1].Weight(0, 0) - network.Layers[1].Weight(1, 0);

    private DenseLayer Diagonal(double value, Activation activation)
    {
        double[] weights = new double[Classes * Classes];
        for (int k = 0; k < Classes; k++)
            weights[(k * Classes) + k] = value;
        return new(Classes, Classes, weights, activation);
    }

    /// <summary>The outcome as it can be seen at the end of a run: with what remains, where does the neuron go?</summary>
    private Outcome Judge(double preactivation, double outputDifference, bool isDead)
    {
        if (InitialPreactivation <= 0)
            return Outcome.Inactive;
        if (isDead)
            return Outcome.Collapsed;
        return (Math.Sqrt(Classes / (Classes - 1.0)) * preactivation) + (InputNorm * outputDifference) > 0 ? Outcome.Learned : Outcome.Collapsed;
    }
}
