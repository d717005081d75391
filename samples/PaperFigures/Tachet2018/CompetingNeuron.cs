using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;
using static System.FormattableString;

namespace PaperFigures.Tachet2018;

/// <summary>One hidden ReLU neuron on two classes of lined-up examples: its flow, and the network that has it.</summary>
internal readonly record struct CompetingNeuron(double InputNorm1, double InputNorm2, double InnerProduct, double Frequency1, double Frequency2)
{
    /// <summary>The neuron at one time, over whichever scalar.</summary>
    public readonly record struct State<T>(T Alpha, T Beta, T Z)
        where T : struct;

    /// <summary>Itself, if there are two such classes.</summary>
    /// <exception cref="UsageException">The inner product or the sum of the frequencies is outside its domain.</exception>
    public CompetingNeuron Checked()
    {
        double least = -(InputNorm1 * InputNorm2);
        if (!(InnerProduct > least && InnerProduct <= 0))
            throw new UsageException(Invariant($"InnerProduct = {InnerProduct} is outside its domain (-InputNorm1 * InputNorm2, 0] = ({least}, 0]: two inputs of these norms have no such inner product, or point the same way."));
        if (Frequency1 + Frequency2 > Math.BitIncrement(1))
            throw new UsageException(Invariant($"Frequency2 = {Frequency2} is outside its domain (0, 1 - Frequency1] = (0, {1 - Frequency1}]: the frequencies of the two classes would add up to more than 1."));
        return this;
    }

    /// <summary>The data that the closed forms take.</summary>
    public ClassPair Classes => new(InputNorm1, InputNorm2, InnerProduct, Frequency1, Frequency2);

    /// <summary>The gradient flow, with the ReLU's gate on either class.</summary>
    public State<T> Flow<T>(State<T> s)
        where T : struct, IScalar<T>
    {
        T pull1 = T.Step(s.Alpha) * T.Logistic(-(s.Z * s.Alpha)) * Frequency1;
        T pull2 = T.Step(s.Beta) * T.Logistic(s.Z * s.Beta) * Frequency2;
        return new(
            s.Z * ((pull1 * (InputNorm1 * InputNorm1)) - (pull2 * InnerProduct)),
            s.Z * ((pull1 * InnerProduct) - (pull2 * (InputNorm2 * InputNorm2))),
            (pull1 * s.Alpha) - (pull2 * s.Beta));
    }

    /// <summary>The network: two inputs, one hidden neuron, one logit, which is above 0 for class 1.</summary>
    public TrainingPlan Plan(State<double> start)
    {
        LinedUpClasses data = Data;
        return new()
        {
            Network = Network.FromWeights([data.WeightsFor(start.Alpha, start.Beta)], [start.Z]),
            Data = data.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = LearningRate,
        };
    }

    /// <summary>A learning rate small against the time in which the weights change.</summary>
    public double LearningRate => 0.02 / Math.Max(1, Math.Max(Frequency1 * InputNorm1 * InputNorm1, Frequency2 * InputNorm2 * InputNorm2));

    /// <summary>Reads the neuron off the network.</summary>
    public State<double> Read(Network network)
    {
        LinedUpClasses data = Data;
        return new(network.Preactivation(0, 0, data.Input(0)), network.Preactivation(0, 0, data.Input(1)), network.Layers[1].Weights[0]);
    }

    /// <summary>The outcome that a state shows by itself: one side is active and z has its sign, no side is active, or nothing moves. Null while it may still change.</summary>
    public CompetitionOutcome? Judge(State<double> s) => s switch
    {
        { Alpha: > 0, Beta: <= 0, Z: >= 0 } => CompetitionOutcome.Class1,
        { Alpha: <= 0, Beta: > 0, Z: <= 0 } => CompetitionOutcome.Class2,
        { Alpha: <= 0, Beta: <= 0 } => CompetitionOutcome.Dead,
        { Z: 0 } when Frequency1 * s.Alpha == Frequency2 * s.Beta => CompetitionOutcome.Separatrix,
        _ => null,
    };

    private LinedUpClasses Data => new([new(InputNorm1, Frequency1), new(InputNorm2, Frequency2)], InnerProduct);
}
