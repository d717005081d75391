using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Two classes of images that shape tells apart. In training light images are mostly of one class and dark ones of the other: does the network still learn the shape, once brightness classifies nearly everything?
/// </summary>
[Experiment("tachet2018/starvation-images", Source = "arXiv:1809.06848, gradient starvation on images", IsLong = true)]
[Preset("short", "Correlation=0.5,1", "Examples=600")]
[Figure("Accuracy by correlation", "TrainingAccuracy", "CorrelatedAccuracy", "DecorrelatedAccuracy", Over = "Correlation", YTitle = "accuracy",
    Caption = "The more brightness tells in training, the less of the shape is learned: accuracy on images whose brightness tells nothing falls to that of guessing.")]
[Figure("Accuracies", "TrainingAccuracy", "CorrelatedAccuracy", "DecorrelatedAccuracy")]
public sealed partial class StarvationImages
{
    private const int HiddenNeurons = 64;
    private const int BatchSize = 50;
    private const int Epochs = 50;

    // What is added to every pixel of a light image and taken from those of a dark one; the shape's own pixels have mean square 1.
    private const double Brightness = 1;

    /// <summary>The probability that an image's brightness tells its class in training: 1/2 for no correlation, 1 for a perfect one.</summary>
    [Parameter(Symbol = "c", AtLeast = 0.5, AtMost = 1), Sweep(0.5, 0.9, 0.95, 0.99, 1)]
    public double Correlation { get; init; } = 0.9;

    /// <summary>How many pixels an image has along a side; for images from a folder a divisor of 32.</summary>
    [Parameter(AtLeast = 8, AtMost = 64)]
    public int ImageSize { get; init; } = 16;

    /// <summary>How many images there are for training; shapes are drawn as many again for either test.</summary>
    [Parameter(AtLeast = 50, AtMost = 1_000_000)]
    public int Examples { get; init; } = 2000;

    /// <summary>The seed of the images, of their brightness, of the initial weights and of the order of training.</summary>
    [Parameter, Seed]
    public int Seed { get; init; } = 1;

    /// <summary>Empty for shapes that are drawn, squares against crosses; else a folder with CIFAR-10 in its binary version, whose cats and dogs are taken.</summary>
    [Parameter]
    public string DataFolder { get; init; } = string.Empty;

    /// <summary>The share of images that are classified right: of those trained on, of new ones whose brightness is correlated as much, and of new ones whose brightness says nothing.</summary>
    [Findings]
    public readonly record struct Accuracies(double TrainingAccuracy, double CorrelatedAccuracy, double DecorrelatedAccuracy);

    [Answer(Route.Trained)]
    public Answer<Accuracies> Train(RouteRequest request)
    {
        (GrayImages training, GrayImages testing) = Images();
        Dataset data = training.WithBrightness(Correlation, Brightness, Stream(1));
        TrainingResult result = request.Train(
            new()
            {
                Network = Network.Create([ImageSize * ImageSize, HiddenNeurons, 1], Activation.Relu, Initialization.FanIn(Math.Sqrt(2)), (ulong)Seed, biased: true),
                Data = data,
                Loss = Loss.Logistic,
                LearningRate = 1,
                Batches = BatchScheme.MiniBatch(BatchSize),
                Precision = Precision.Single,
                Seed = (ulong)Seed,
                Steps = (long)Epochs * training.Count / BatchSize,
            },
            progress: request.Progress);
        Accuracies accuracies = new(
            Accuracy(result.Network, data),
            Accuracy(result.Network, testing.WithBrightness(Correlation, Brightness, Stream(2))),
            Accuracy(result.Network, testing.WithBrightness(0.5, Brightness, Stream(3))));
        return new(accuracies) { Work = [new("steps", result.Steps)] };
    }

    private (GrayImages Training, GrayImages Testing) Images()
    {
        if (DataFolder.Length == 0)
        {
            RandomStream random = Stream(0);
            return (ShapeImages.Draw(ImageSize, Examples, random), ShapeImages.Draw(ImageSize, Examples, random));
        }

        if (32 % ImageSize != 0)
            throw new UsageException(FormattableString.Invariant($"ImageSize = {ImageSize} is outside its domain for images from DataFolder = \"{DataFolder}\": 8, 16 or 32."));
        GrayImages training = CifarImages.Train(DataFolder, CifarImages.Cat, CifarImages.Dog, ImageSize);
        return Examples <= training.Count
            ? (training.Take(0, Examples), CifarImages.Test(DataFolder, CifarImages.Cat, CifarImages.Dog, ImageSize))
            : throw new UsageException(FormattableString.Invariant(
                $"Examples = {Examples} is outside its domain [50, {training.Count}]: DataFolder = \"{DataFolder}\" has {training.Count} cats and dogs for training."));
    }

    /// <summary>Random numbers of this seed: 0 for the images, 1 to 3 for the brightness of the training set and of both test sets.</summary>
    private RandomStream Stream(int purpose) => new(((ulong)(uint)Seed << 2) + (ulong)purpose);

    private static double Accuracy(Network network, Dataset data) =>
        Enumerable.Range(0, data.Count).Count(example => network.Logit(data.Input(example)) > 0 == data.Target(example)[0] > 0.5) / (double)data.Count;
}
