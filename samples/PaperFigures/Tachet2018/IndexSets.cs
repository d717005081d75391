using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Which examples a hidden neuron is active on, and the sign of its output weight, never change, if the start satisfies the assumptions; what does not is told, and need not keep them.
/// </summary>
[Experiment("tachet2018/index-sets", Source = "arXiv:1809.06848, Lemma 3.1")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[Preset("violations", "Start=Separated,OpposedSign,SharedNeuron,Normal")]
[Figure("What is kept", "IndexSetsKept", "SignsKept", "ViolatedAssumption")]
public sealed partial class IndexSets
{
    private ConeClasses? cones;
    private Network? initial;
    private ReluNetwork? layer;

    /// <summary>What the weights start from.</summary>
    [Parameter]
    public WeightsAtStart Start { get; init; } = WeightsAtStart.Separated;

    /// <summary>How many hidden neurons there are; even ones start active on class 0, odd ones on class 1.</summary>
    [Parameter(AtLeast = 2, AtMost = 1024)]
    public int Neurons { get; init; } = 16;

    /// <summary>How many examples there are; even ones are of class 0, odd ones of class 1.</summary>
    [Parameter(AtLeast = 2, AtMost = 4096)]
    public int Examples { get; init; } = 32;

    /// <summary>How many components an input has.</summary>
    [Parameter(AtLeast = 2, AtMost = 1024)]
    public int Dimension { get; init; } = 10;

    /// <summary>The largest angle between an example and the axis of its class's cone. Above pi/4 the examples may violate the assumptions.</summary>
    [Parameter(Above = 0, Below = Math.PI / 2)]
    public double HalfAngle { get; init; } = Math.PI / 4;

    /// <summary>The standard deviation that the sizes of the initial weights are drawn with.</summary>
    [Parameter(Above = 0)]
    public double InitialScale { get; init; } = 0.1;

    /// <summary>The seed of the examples and of the initial weights.</summary>
    [Parameter, Seed]
    public int Seed { get; init; } = 1;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 60;

    /// <summary>What the lemma says of all times.</summary>
    [Findings]
    public readonly record struct Lemma(bool IndexSetsKept, bool SignsKept);

    /// <summary>The same as it was seen, and which assumptions the start violates.</summary>
    [Findings]
    public readonly record struct Seen(bool IndexSetsKept, bool SignsKept, string? ViolatedAssumption, double Violations);

    // The lemma says nothing of starts that violate its assumptions.
    [Answer(Route.ClosedForm)]
    public Answer<Lemma>? Predict(RouteRequest request) => Violations.Count == 0 ? new(new(IndexSetsKept: true, SignsKept: true)) : null;

    // The gradient flow of every weight; each change of a set or a sign is an event.
    [InitialState]
    public double[] InitialWeights() => Layer.WeightsOf(Initial);

    [Flow]
    public void Flow(ReadOnlySpan<double> weights, Span<double> derivative) => Layer.Flow(weights, derivative);

    [Event]
    public double[] Gates(double[] weights) => Layer.Preactivations(weights);

    [Event]
    public double[] Signs(double[] weights) => Layer.Outputs(weights);

    [Find]
    public Seen Find(FlowRun<double[]> run) => See(run.FirstTime(nameof(Gates)) is null, run.FirstTime(nameof(Signs)) is null);

    // The network, looked at after every step.
    [Answer(Route.Trained)]
    public Answer<Seen> Train(RouteRequest request)
    {
        double[] start = InitialWeights();
        KeptSigns sets = new(Layer.Preactivations(start)), signs = new(Layer.Outputs(start));
        TrainingPlan plan = new()
        {
            Network = Initial,
            Data = Cones.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = request.LearningRate,
            Steps = request.Schedule.Steps,
            ObservationSteps = ObservationSteps.EveryStep,
        };
        request.Train(plan, Look, request.Progress);
        return new(See(sets.Kept, signs.Kept)) { Work = [new("steps", plan.Steps)] };

        void Look(long step, Network network)
        {
            double[] weights = Layer.WeightsOf(network);
            sets.Look(Layer.Preactivations(weights));
            signs.Look(Layer.Outputs(weights));
        }
    }

    [LearningRate]
    public double LargestLearningRate => 0.2;

    private ConeClasses Cones => cones ??= new(Dimension, Examples, HalfAngle, new RandomStream((ulong)Seed));

    private ReluNetwork Layer => layer ??= new(Cones.WithLogisticTargets(), Neurons);

    private IReadOnlyList<string> Violations => SeparationAssumptions.Violations(Cones.WithLogisticTargets(), Initial);

    private Network Initial => initial ??= DrawNetwork(new RandomStream((ulong)Seed + (1UL << 32)));

    private Seen See(bool setsKept, bool signsKept) => new(setsKept, signsKept, Violations is [string first, ..] ? first : null, Violations.Count);

    private Network DrawNetwork(RandomStream random)
    {
        double[][] hidden = [.. Enumerable.Range(0, Neurons).Select(neuron => Incoming(neuron, random))];
        double[] output = [.. Enumerable.Range(0, Neurons).Select(neuron => Output(neuron, random))];
        return Network.FromWeights(hidden, output);
    }

    private double[] Incoming(int neuron, RandomStream random)
    {
        double[] incoming = Start == WeightsAtStart.Normal
            ? [.. Enumerable.Range(0, Dimension).Select(_ => InitialScale * random.NextNormal())]
            : [.. Cones.Direction(ConeClasses.ClassOf(neuron), random).Select(component => InitialScale * component)];
        if (Start == WeightsAtStart.SharedNeuron && neuron == 0)
            incoming[0] = 0;
        return incoming;
    }

    private double Output(int neuron, RandomStream random)
    {
        double weight = InitialScale * random.NextNormal();
        if (Start == WeightsAtStart.Normal)
            return weight;
        bool isOpposed = Start == WeightsAtStart.OpposedSign && neuron == 0;
        return (ConeClasses.ClassOf(neuron) == 0) != isOpposed ? Math.Abs(weight) : -Math.Abs(weight);
    }
}
