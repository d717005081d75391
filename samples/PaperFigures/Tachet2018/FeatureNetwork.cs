using LearningDynamics.Data;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// A network for a mixture of features, and beside it in the same plan, without a connection to it, one network for each feature by itself: output 0 is the logit of all features together, output k that
/// of feature k in a run in which every other feature is removed. An input holds every feature twice, first for the former and then for the latter.
/// </summary>
/// <param name="mixture">The example types.</param>
/// <param name="initialShare">Every feature's share of the logit at the start.</param>
internal sealed class FeatureNetwork(FeatureMixture mixture, double initialShare)
{
    private readonly int features = mixture.FeatureCount;

    /// <summary>The data: a target of 1 for every output. Without a feature, its own network's input is 0 and nothing is learned.</summary>
    public Dataset Data
    {
        get
        {
            double[][] examples = [.. Enumerable.Range(0, mixture.TypeCount).Select(mixture.Example)];
            double[][] targets = [.. examples.Select(_ => Enumerable.Repeat(1.0, 1 + features).ToArray())];
            return Dataset.FromExamples([.. examples.Select(example => (double[])[.. example, .. example])], targets).WithFrequencies([.. mixture.TypeFrequencies]);
        }
    }

    /// <summary>One layer.</summary>
    public Network Perceptrons() => Network.FromWeights(Readout([.. mixture.FeatureNorms.Select(norm => initialShare / norm)]));

    /// <summary>Two balanced layers: a hidden ReLU for each feature, which starts along it.</summary>
    /// <param name="isMasked">Whether a hidden neuron sees its own feature alone, or all of them.</param>
    public Network HiddenNeurons(bool isMasked)
    {
        double[] gains = [.. mixture.FeatureNorms.Select(norm => Math.Sqrt(initialShare / norm))];
        int width = 2 * features;
        double[] weights = new double[width * width];
        bool[] mask = new bool[width * width];
        for (int neuron = 0; neuron < width; neuron++)
        {
            weights[(neuron * width) + neuron] = gains[neuron % features];
            for (int input = 0; input < width; input++)
                mask[(neuron * width) + input] = input == neuron || (!isMasked && input < features && neuron < features);
        }

        return Network.FromWeights(new DenseLayer(width, width, weights, Activation.Relu, mask: mask), Readout(gains));
    }

    /// <summary>The logit on one feature alone, in the network of all features.</summary>
    public double Share(Network network, int feature) => Logits(network, mixture.Alone(feature))[0];

    /// <summary>The logit on an example type, in the network of all features.</summary>
    public double TypeLogit(Network network, int type) => Logits(network, mixture.Example(type))[0];

    /// <summary>The logit on each feature in the network that learned it without the others.</summary>
    public double[] SharesWithoutOthers(Network network) => Logits(network, [.. mixture.FeatureNorms])[1..];

    private static double[] Logits(Network network, double[] input) => network.Evaluate([.. input, .. input]);

    /// <summary>Output 0 reads the first half of what it is given, and every other output one number of the second half.</summary>
    private DenseLayer Readout(double[] gains)
    {
        int width = 2 * features;
        double[] weights = new double[(1 + features) * width];
        bool[] mask = new bool[weights.Length];
        for (int feature = 0; feature < features; feature++)
        {
            foreach (int place in (int[])[feature, ((1 + feature) * width) + features + feature])
                (weights[place], mask[place]) = (gains[feature], true);
        }

        return new(width, 1 + features, weights, mask: mask);
    }
}
