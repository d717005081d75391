using System.Numerics.Tensors;
using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Two classes whose examples are not lined up, but drawn at random from a cone each: the error of the whole training set still falls along a sigmoid, much like that of the exact
/// solution for examples that are all equal to the mean of their class.
/// </summary>
[Experiment("tachet2018/error-sigmoid", Source = "arXiv:1809.06848, sigmoidal shape of the error")]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Figure("Error of the whole training set", "Error", XScale = AxisScale.Logarithmic, Caption = "A plateau, a drop, and a long tail.")]
[Figure("The tail of the error", "Error", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, Caption = "Behind the drop the error falls about as t to the power of -(1 + 1/u).")]
[Figure("The sigmoid and that of lined-up classes", "PlateauLength", "LinedUpPlateauLength", "Steepness", "LinedUpSteepness", "TailExponent", "LinedUpTailExponent")]
public sealed partial class ErrorSigmoid
{
    // Up to pi/4 the examples of a class have inner products above 0, and those of two classes below 0.
    private const double HalfAngle = Math.PI / 6;

    private ConeClasses? cones;
    private Network? initial;
    private ReluNetwork? layer;

    /// <summary>How many hidden neurons there are; even ones start active on class 1, odd ones on class 2.</summary>
    [Parameter(AtLeast = 2, AtMost = 1024)]
    public int Neurons { get; init; } = 32;

    /// <summary>How many examples there are; even ones are of class 1, odd ones of class 2.</summary>
    [Parameter(AtLeast = 2, AtMost = 4096)]
    public int Examples { get; init; } = 64;

    /// <summary>How many components an input has.</summary>
    [Parameter(AtLeast = 2, AtMost = 1024)]
    public int Dimension { get; init; } = 10;

    /// <summary>The standard deviation that the sizes of the initial weights are drawn with.</summary>
    [Parameter(Above = 0)]
    public double InitialScale { get; init; } = 0.01;

    /// <summary>The seed of the examples and of the initial weights.</summary>
    [Parameter, Seed]
    public int Seed { get; init; } = 1;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 400;

    [Observables]
    public readonly record struct Curve(double Error);

    /// <summary>The shape of the curve, and that of the exact curve for classes that are lined up at their mean.</summary>
    [Findings]
    public readonly record struct Shape(
        double? PlateauLength, double? Steepness, double TailExponent, double? LinedUpPlateauLength, double? LinedUpSteepness, double LinedUpTailExponent);

    [Findings]
    public readonly record struct TrainedShape(double? PlateauLength, double? Steepness, double TailExponent);

    // The gradient flow of every weight. Under the assumptions no gate ever switches (Lemma 3.1), so that it has no kinks.
    [InitialState]
    public double[] Start() => Layer.WeightsOf(Initial);

    [Flow]
    public void Flow(ReadOnlySpan<double> weights, Span<double> derivative) => Layer.Flow(weights, derivative);

    [Observe]
    public Curve Observe(double[] weights) => Measure(example => Layer.Logit(weights, Cones.Input(example)));

    [Find]
    public Shape Find(FlowRun<double[]> run)
    {
        SigmoidShape shape = SigmoidShape.Of(level => run.FirstRise(state => level - Observe(state).Error), t => Observe(run.At(t)).Error, run.End);
        SigmoidShape linedUp = SigmoidShape.OfFalling(LinedUpError(), run.End);
        return new(shape.PlateauLength, shape.Steepness, shape.TailExponent, linedUp.PlateauLength, linedUp.Steepness, linedUp.TailExponent);
    }

    // The network: one hidden layer of ReLUs, one logit, which is above 0 for class 1.
    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Initial,
        Data = Cones.WithLogisticTargets(),
        Loss = Loss.Logistic,
        LearningRate = 0.2,
    };

    [Observe]
    public Curve Observe(Network network) => Measure(example => network.Logit(Cones.Input(example)));

    [Find]
    public TrainedShape Find(TrainedRun<Curve> run)
    {
        double[] errors = [.. run.Observations.Select(curve => curve.Error)];
        SigmoidShape shape = SigmoidShape.Of(
            level => run.FirstRise(curve => level - curve.Error), t => TrajectoryInterpolation.At(errors, t, run.LearningRate), (errors.Length - 1) * run.LearningRate);
        return new(shape.PlateauLength, shape.Steepness, shape.TailExponent);
    }

    private ConeClasses Cones => cones ??= new(Dimension, Examples, HalfAngle, new RandomStream((ulong)Seed));

    private ReluNetwork Layer => layer ??= new(Cones.WithLogisticTargets(), Neurons);

    /// <summary>Every neuron points into one class's cone and has its sign, with weights of random size.</summary>
    private Network Initial => initial ??= DrawNetwork(new RandomStream((ulong)Seed + (1UL << 32)));

    private Network DrawNetwork(RandomStream random)
    {
        double Size() => InitialScale * Math.Abs(random.NextNormal());
        var hidden = new double[Neurons][];
        double[] output = new double[Neurons];
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            double size = Size();
            hidden[neuron] = [.. Cones.Direction(ConeClasses.ClassOf(neuron), random).Select(component => size * component)];
            output[neuron] = Sign(neuron) * Size();
        }

        return Network.FromWeights(hidden, output);
    }

    /// <summary>The exact error if the examples of each class were lined up, every one of them at their mean.</summary>
    private Func<double, double> LinedUpError()
    {
        LinedUpClass[] classes = [.. Enumerable.Range(0, 2).Select(LinedUp)];
        return t => classes.Sum(mode => mode.Frequency * mode.Error(t));
    }

    private LinedUpClass LinedUp(int index)
    {
        int[] members = [.. Enumerable.Range(0, Examples).Where(example => ConeClasses.ClassOf(example) == index)];
        double[] mean = new double[Dimension];
        foreach (int member in members)
            TensorPrimitives.MultiplyAdd(Cones.Input(member), 1.0 / members.Length, mean, mean);
        int[] own = [.. Enumerable.Range(0, Neurons).Where(neuron => ConeClasses.ClassOf(neuron) == index)];
        return new(
            TensorPrimitives.Norm<double>(mean),
            (double)members.Length / Examples,
            [.. own.Select(neuron => TensorPrimitives.Dot(Initial.Layers[0].IncomingWeights(neuron), mean))],
            [.. own.Select(neuron => Sign(neuron) * Initial.Layers[1].Weights[neuron])]);
    }

    private Curve Measure(Func<int, double> logit) =>
        new(Enumerable.Range(0, Examples).Sum(example => Functions.Logistic(-Sign(example) * logit(example))) / Examples);

    /// <summary>The sign of a class's logit, by the number of an example or of a neuron.</summary>
    private static double Sign(int index) => 1 - (2 * ConeClasses.ClassOf(index));
}
