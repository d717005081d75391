using System.Numerics.Tensors;
using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;
using TrainedActivation = LearningDynamics.Training.Activation;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// A network that was taught a random linear classification of all inputs, and whose features then move under noise from the gradient at x_o: the preactivation h there
/// of a feature does a random walk as long as it has a gradient, and its weights move along x_o with it.
/// </summary>
internal sealed class NoisyClassifier
{
    // Weights are drawn from stream 0.
    private const ulong TeacherStream = 1;
    private const ulong NoiseStream = 2;

    // The learning rate of the formula's weights; the curvature of the loss over all inputs is far below 1.
    private const double LearningRate = 4;

    private readonly Fragility setting;
    private readonly Hypercube cube;
    private readonly bool[] taught;
    private readonly GradientNoise noise;
    private readonly RandomStream random;
    private readonly int pair;

    // A row for each feature, with a value for each input; a feature's row moves by its h times the overlap of the input with x_o.
    private readonly double[][] preactivations;
    private readonly double[] overlaps;
    private readonly double[] outputWeights;
    private readonly bool[] startedAlive;
    private readonly bool[] isLost;
    private double now;

    private NoisyClassifier(Fragility setting, Network network, Hypercube cube, bool[] taught, int pair, RandomStream random)
    {
        (this.setting, this.cube, this.taught, this.pair, this.random) = (setting, cube, taught, pair, random);
        noise = new(setting.Activation, setting.Drift, setting.Diffusion, setting.InitialScale);
        double[][] inputs = [.. Enumerable.Range(0, cube.Count).Select(cube.Vertex)];
        preactivations = [.. Enumerable.Range(0, setting.Features).Select(neuron => Array.ConvertAll(inputs, input => network.Preactivation(0, neuron, input)))];
        double square = TensorPrimitives.SumOfSquares<double>(inputs[pair]);
        overlaps = Array.ConvertAll(inputs, input => TensorPrimitives.Dot<double>(input, inputs[pair]) / square);
        outputWeights = [.. network.Layers[1].Weights];
        startedAlive = Array.ConvertAll(preactivations, row => !IsRelu || row[pair] > 0);
        isLost = Array.ConvertAll(startedAlive, alive => !alive);
    }

    /// <summary>Teaches a network its classification.</summary>
    public static NoisyClassifier Train(Fragility setting, ulong seed, RouteRequest request)
    {
        var scaling = new TangentScaling(setting.InputSize, setting.Features);
        Hypercube inputs = scaling.Hypercube(HypercubeEncoding.Signed);
        int trained = (1 << ((setting.InputSize + 1) / 2)) - 1;
        bool[] classes = Teach(inputs, trained, new RandomStream(seed, TeacherStream));
        TrainingResult result = request.Train(new()
        {
            Network = scaling.Network(setting.Activation == FeatureActivation.Relu ? TrainedActivation.Relu : TrainedActivation.Elu, setting.InitialScale * setting.InitialScale, 1, seed),
            Data = Dataset.FromExamples([.. Enumerable.Range(0, inputs.Count).Select(inputs.Vertex)], [.. classes.Select(side => side ? 1.0 : 0.0)]),
            Loss = Loss.Logistic,
            LearningRate = scaling.LearningRate(LearningRate),
            Steps = setting.TrainingSteps,
        });
        return new(setting, result.Network, inputs, classes, trained, new RandomStream(seed, NoiseStream));
    }

    /// <summary>Lets noise act until a later time, and measures.</summary>
    public Fragility.Curve MoveTo(double time)
    {
        if (time > now)
            Move(time - now);
        now = time;
        bool[] sides = Decide();
        int[] flips = new int[cube.Count];
        cube.DistancesAcross(sides, flips);
        // Where all decisions are the same, no flip changes one.
        double[] needed = Array.ConvertAll(flips, flip => flip == 0 ? cube.InputSize + 1.0 : flip);
        int started = startedAlive.Count(alive => alive);
        return new(
            started == 0 ? 0 : (double)isLost.Count(lost => !lost) / started,
            needed.Average(),
            needed.Min(),
            needed[pair],
            sides.Zip(taught, (side, expected) => side == expected ? 1.0 : 0).Average(),
            Rank());
    }

    private bool IsRelu => setting.Activation == FeatureActivation.Relu;

    /// <summary>The side of a random hyperplane through the origin on which each input lies; that of x_o is called true.</summary>
    private static bool[] Teach(Hypercube inputs, int trained, RandomStream random)
    {
        double[] normal = new double[inputs.InputSize];
        for (int i = 0; i < normal.Length; i++)
            normal[i] = random.NextNormal();
        double[] heights = [.. Enumerable.Range(0, inputs.Count).Select(vertex => TensorPrimitives.Dot<double>(normal, inputs.Vertex(vertex)))];
        return Array.ConvertAll(heights, height => (height > 0) == (heights[trained] > 0));
    }

    /// <summary>Lets every feature that is not lost walk on; its weights move along x_o, and with them its preactivations at all inputs.</summary>
    private void Move(double duration)
    {
        for (int feature = 0; feature < preactivations.Length; feature++)
        {
            if (isLost[feature])
                continue;
            double before = preactivations[feature][pair];
            double after = noise.Walk(before, duration, random);
            isLost[feature] = IsRelu && after == 0;
            TensorPrimitives.MultiplyAdd(overlaps, after - before, preactivations[feature], preactivations[feature]);
        }
    }

    private bool[] Decide()
    {
        double[] logits = new double[cube.Count], outputs = new double[cube.Count];
        for (int feature = 0; feature < preactivations.Length; feature++)
        {
            Activate(preactivations[feature], outputs);
            TensorPrimitives.MultiplyAdd(outputs, outputWeights[feature], logits, logits);
        }

        return Array.ConvertAll(logits, logit => logit > 0);
    }

    private void Activate(ReadOnlySpan<double> values, Span<double> outputs)
    {
        TensorPrimitives.Max(values, 0, outputs);
        if (IsRelu)
            return;
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] += values[i] < 0 ? Functions.ExpMinusOne(values[i]) : 0;
    }

    private double Rank()
    {
        int[] around = [pair, .. Enumerable.Range(0, cube.InputSize).Select(bit => pair ^ (1 << bit))];
        double[] features = new double[around.Length * preactivations.Length];
        for (int row = 0; row < around.Length; row++)
        {
            double[] values = Array.ConvertAll(preactivations, line => line[around[row]]);
            Activate(values, features.AsSpan(row * values.Length, values.Length));
        }

        return EffectiveRank.Of(features, around.Length, preactivations.Length);
    }
}
