using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Two classes of lined-up examples and a hidden layer whose neurons each start active on one of them: the network learns the classes as
/// independent modes, though nothing in its gradient says so.
/// </summary>
[Experiment("tachet2018/independent-modes", Source = "arXiv:1809.06848, Lemma 3.1 and Theorem 3.2")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Preset("violations", "Start=Separated,OpposedSign,SharedNeuron,Normal")]
[Figure("Two modes", "Confidence1", "Confidence2", YTitle = "Confidence", Caption = "Each class is learned as if the other were not there.")]
public sealed partial class IndependentModes
{
    /// <summary>What the weights start from. Only where it is separated does the theory say how the classes are learned.</summary>
    [Parameter]
    public WeightsAtStart Start { get; init; } = WeightsAtStart.Separated;

    /// <summary>How many hidden neurons there are; even ones start active on class 1, odd ones on class 2.</summary>
    [Parameter(AtLeast = 2, AtMost = 1024)]
    public int Neurons { get; init; } = 16;

    /// <summary>The norm of the examples of class 1.</summary>
    [Parameter(Symbol = "||x1||", Above = 0)]
    public double InputNorm1 { get; init; } = 1;

    /// <summary>The norm of the examples of class 2.</summary>
    [Parameter(Symbol = "||x2||", Above = 0)]
    public double InputNorm2 { get; init; } = 0.7;

    /// <summary>The share of the data that class 1 makes up; class 2 is the rest.</summary>
    [Parameter(Symbol = "p1", Above = 0, Below = 1)]
    public double Frequency1 { get; init; } = 0.5;

    /// <summary>The standard deviation that the sizes of the initial weights are drawn with.</summary>
    [Parameter(Above = 0)]
    public double InitialScale { get; init; } = 0.1;

    /// <summary>The seed of the initial weights.</summary>
    [Parameter, Seed]
    public int Seed { get; init; } = 1;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 40;

    [Observables]
    public readonly record struct Curves(double Logit1, double Confidence1, double Logit2, double Confidence2);

    /// <summary>What the theory says of all times.</summary>
    [Findings]
    public readonly record struct Conserved(bool IndexSetsKept, bool SignsKept, double LargestInvariantDrift);

    /// <summary>The same as it was seen over the whole run, and which assumption the start violates.</summary>
    [Findings]
    public readonly record struct Seen(bool IndexSetsKept, bool SignsKept, double LargestInvariantDrift, string? ViolatedAssumption);

    /// <summary>One hidden neuron: its weight along the examples of either class, and its output weight.</summary>
    private readonly record struct Neuron(double Along1, double Along2, double Output)
    {
        /// <summary>z^2 - ||w||^2, which gradient flow keeps.</summary>
        public double Invariant => (Output * Output) - (Along1 * Along1) - (Along2 * Along2);
    }

    /// <summary>The exact solution: one solved system for each class.</summary>
    public sealed record Modes(LinedUpClass Class1, LinedUpClass Class2);

    [ClosedForm]
    public Modes? Exact()
    {
        if (Violation is not null)
            return null;
        Neuron[] first = [.. InitialNeurons().Where((_, index) => IsOfClass1(index))];
        Neuron[] second = [.. InitialNeurons().Where((_, index) => !IsOfClass1(index))];
        return new(
            new(InputNorm1, Frequency1, [.. first.Select(neuron => InputNorm1 * neuron.Along1)], [.. first.Select(neuron => neuron.Output)]),
            new(InputNorm2, 1 - Frequency1, [.. second.Select(neuron => InputNorm2 * neuron.Along2)], [.. second.Select(neuron => -neuron.Output)]));
    }

    [Observe]
    public Curves Observe(Modes modes, double t) =>
        new(modes.Class1.Logit(t), modes.Class1.Confidence(t), modes.Class2.Logit(t), modes.Class2.Confidence(t));

    [Find]
    public Conserved Find(Modes modes)
    {
        Neuron[] neurons = InitialNeurons();
        for (int index = 0; index < Neurons; index++)
        {
            int member = index / 2;
            neurons[index] = IsOfClass1(index)
                ? neurons[index] with { Along1 = modes.Class1.Preactivation(member, Duration) / InputNorm1, Output = modes.Class1.OutputWeight(member, Duration) }
                : neurons[index] with { Along2 = modes.Class2.Preactivation(member, Duration) / InputNorm2, Output = -modes.Class2.OutputWeight(member, Duration) };
        }

        KeptSigns sets = new(Gates(Weights(InitialNeurons()))), signs = new(Signs(Weights(InitialNeurons())));
        sets.Look(Gates(Weights(neurons)));
        signs.Look(Signs(Weights(neurons)));
        return new(sets.Kept, signs.Kept, Drift(neurons));
    }

    // The gradient flow of the whole network: three numbers a neuron, every gate, no assumption of independence.
    [InitialState]
    public double[] InitialWeights() => Weights(InitialNeurons());

    [Flow]
    public void Flow<T>(ReadOnlySpan<T> state, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        T output1 = 0, output2 = 0;
        for (int offset = 0; offset < state.Length; offset += 3)
        {
            output1 += state[offset + 2] * T.Rectify(state[offset]) * InputNorm1;
            output2 += state[offset + 2] * T.Rectify(state[offset + 1]) * InputNorm2;
        }

        T pull1 = T.Logistic(-output1) * (Frequency1 * InputNorm1);
        T pull2 = T.Logistic(output2) * ((1 - Frequency1) * InputNorm2);
        for (int offset = 0; offset < state.Length; offset += 3)
        {
            derivative[offset] = pull1 * T.Step(state[offset]) * state[offset + 2];
            derivative[offset + 1] = -(pull2 * T.Step(state[offset + 1]) * state[offset + 2]);
            derivative[offset + 2] = (pull1 * T.Rectify(state[offset])) - (pull2 * T.Rectify(state[offset + 1]));
        }
    }

    [Observe]
    public Curves Observe(double[] state)
    {
        Neuron[] neurons = Read(state);
        return Measure(
            neurons.Sum(neuron => neuron.Output * Math.Max(neuron.Along1, 0)) * InputNorm1,
            neurons.Sum(neuron => neuron.Output * Math.Max(neuron.Along2, 0)) * InputNorm2);
    }

    // Each change of a set or a sign is an event.
    [Event]
    public double[] Gates(double[] state) => [.. Read(state).SelectMany(neuron => new[] { neuron.Along1, neuron.Along2 })];

    [Event]
    public double[] Signs(double[] state) => [.. Read(state).Select(neuron => neuron.Output)];

    [Find]
    public Seen Find(FlowRun<double[]> run) => See(Read(run.Final), run.FirstTime(nameof(Gates)) is null, run.FirstTime(nameof(Signs)) is null);

    // The network, looked at after every step: two inputs, one hidden layer of ReLUs, one logit, which is above 0 for class 1.
    [Answer(Route.Trained)]
    public Answer<Curves, Seen> Train(RouteRequest request)
    {
        KeptSigns sets = new(Gates(InitialWeights())), signs = new(Signs(InitialWeights()));
        HashSet<long> observed = [.. request.Schedule.ObservationSteps];
        List<Curves> observations = [];
        TrainingPlan plan = new()
        {
            Network = Initial,
            Data = Data,
            Loss = Loss.Logistic,
            LearningRate = request.LearningRate,
            Steps = request.Schedule.Steps,
            ObservationSteps = ObservationSteps.EveryStep,
        };
        double[] final = Weights(request.Train(plan, Look, request.Progress).Network);
        return new(observations, See(Read(final), sets.Kept, signs.Kept)) { Work = [new("steps", plan.Steps)] };

        void Look(long step, Network network)
        {
            double[] weights = Weights(network);
            sets.Look(Gates(weights));
            signs.Look(Signs(weights));
            if (observed.Contains(step))
                observations.Add(Measure(network.Logit([InputNorm1, 0]), network.Logit([0, InputNorm2])));
        }
    }

    [LearningRate]
    public double LargestLearningRate => 0.1;

    private Dataset Data => new LinedUpClasses([new(InputNorm1, Frequency1), new(InputNorm2, 1 - Frequency1)]).WithLogisticTargets();

    private Network Initial => NetworkOf(InitialNeurons());

    /// <summary>The first assumption of the theorem that the start violates, with the neuron and the examples; null if it satisfies all.</summary>
    private string? Violation => SeparationAssumptions.Violations(Data, Initial) is [string first, ..] ? first : null;

    private static bool IsOfClass1(int index) => index % 2 == 0;

    private static double[] Weights(Neuron[] neurons) => [.. neurons.SelectMany(neuron => new[] { neuron.Along1, neuron.Along2, neuron.Output })];

    private static double[] Weights(Network network) =>
        [.. Enumerable.Range(0, network.Layers[0].OutputSize).SelectMany(index => (double[])[.. network.Layers[0].IncomingWeights(index), network.Layers[1].Weights[index]])];

    private static Network NetworkOf(Neuron[] neurons) =>
        Network.FromWeights([.. neurons.Select(neuron => new[] { neuron.Along1, neuron.Along2 })], [.. neurons.Select(neuron => neuron.Output)]);

    private static Neuron[] Read(double[] state) =>
        [.. state.Chunk(3).Select(neuron => new Neuron(neuron[0], neuron[1], neuron[2]))];

    private static Curves Measure(double output1, double output2) =>
        new(output1, Functions.Logistic(output1), -output2, Functions.Logistic(-output2));

    private Neuron[] InitialNeurons()
    {
        var random = new RandomStream((ulong)Seed);
        return [.. Enumerable.Range(0, Neurons).Select(index => InitialNeuron(index, random))];
    }

    /// <summary>Weights of random size whose signs satisfy the theorem's assumptions, active on one class only, with that class's output sign, unless they are to violate them.</summary>
    private Neuron InitialNeuron(int index, RandomStream random)
    {
        Neuron drawn = new(InitialScale * random.NextNormal(), InitialScale * random.NextNormal(), InitialScale * random.NextNormal());
        double sign = IsOfClass1(index) ? 1 : -1;
        Neuron separated = new(sign * Math.Abs(drawn.Along1), -sign * Math.Abs(drawn.Along2), sign * Math.Abs(drawn.Output));
        return (Start, index) switch
        {
            (WeightsAtStart.Normal, _) => drawn,
            (WeightsAtStart.OpposedSign, 0) => separated with { Output = -separated.Output },
            (WeightsAtStart.SharedNeuron, 0) => separated with { Along2 = -separated.Along2 },
            _ => separated,
        };
    }

    private Seen See(Neuron[] final, bool setsKept, bool signsKept) => new(setsKept, signsKept, Drift(final), Violation);

    private double Drift(Neuron[] neurons) => neurons.Zip(InitialNeurons(), (neuron, initial) => Math.Abs(neuron.Invariant - initial.Invariant)).Max();
}
