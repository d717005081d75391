using LearningDynamics.Experiments;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// A classifier that loses features to noise becomes fragile: how many bits of an input must be flipped to change its decision, as fewer and fewer features are left?
/// </summary>
[Experiment("nakazato2024/fragility", Source = "arXiv:2405.04074, feature reduction and fragility")]
[Figure("Fragility", "SmallestFlip", "LeastSmallestFlip", "PairFlip", Over = "AliveShare", Panels = "Activation", XTitle = "share of features alive", YTitle = "bits to flip",
    Caption = "How many flipped bits change the decision while noise takes features away. An ELU network keeps all of them.")]
[Figure("Under noise", "AliveShare", "Accuracy", "SmallestFlip", "PairFlip", Panels = "Activation", YTitle = "share, or bits to flip")]
public sealed partial class Fragility
{
    /// <summary>The activation of the features: a rectifier has no gradient below 0 and can be lost, an exponential linear unit cannot.</summary>
    [Parameter, Sweep(FeatureActivation.Relu, FeatureActivation.Elu)]
    public FeatureActivation Activation { get; init; } = FeatureActivation.Relu;

    /// <summary>The number of bits of an input, each -1 or 1.</summary>
    [Parameter(Symbol = "N", AtLeast = 1, AtMost = 12)]
    public int InputSize { get; init; } = 8;

    /// <summary>The number of features: hidden neurons.</summary>
    [Parameter(Symbol = "m", AtLeast = 1, AtMost = 65536)]
    public int Features { get; init; } = 128;

    /// <summary>How fast noise moves the preactivations at x_o on average.</summary>
    [Parameter(Symbol = "mu")]
    public double Drift { get; init; }

    /// <summary>How fast it spreads them: their variance grows by 2 D t.</summary>
    [Parameter(Symbol = "D", AtLeast = 0)]
    public double Diffusion { get; init; } = 0.1;

    /// <summary>The standard deviation of the hidden weights, and so of the preactivations, before training.</summary>
    [Parameter(Symbol = "s", Above = 0, AtMost = 10)]
    public double InitialScale { get; init; } = 1;

    /// <summary>How many steps of gradient descent on all inputs make the classifier.</summary>
    [Parameter(AtLeast = 0, AtMost = 1000000)]
    public int TrainingSteps { get; init; } = 200;

    /// <summary>Over how many classifiers is averaged.</summary>
    [Parameter(AtLeast = 1, AtMost = 100000)]
    public int Seeds { get; init; } = 64;

    /// <summary>The first classifier's seed; the others follow it.</summary>
    [Parameter, Seed]
    public long Seed { get; init; } = 1;

    /// <summary>For how long noise acts.</summary>
    [Horizon]
    public double Duration { get; init; } = 1000;

    /// <param name="AliveShare">The share of the features alive at x_o at the start that still are.</param>
    /// <param name="SmallestFlip">How many bits must be flipped to change the decision: the mean over inputs; one more than there are where no flips change it.</param>
    /// <param name="LeastSmallestFlip">The same for the input that needs the fewest.</param>
    /// <param name="PairFlip">The same for x_o.</param>
    /// <param name="Accuracy">The share of all inputs that are classified as they were taught.</param>
    /// <param name="EffectiveRank">How many directions the features span over x_o and the inputs one bit away.</param>
    [Observables]
    public readonly record struct Curve(double AliveShare, double SmallestFlip, double LeastSmallestFlip, double PairFlip, double Accuracy, double EffectiveRank);

    /// <param name="TaughtAccuracy">The share of all inputs that are classified as they were taught before noise acts.</param>
    [Findings]
    public readonly record struct Summary(double TaughtAccuracy);

    [Answer(Route.Trained)]
    public Answer<Curve, Summary> Simulate(RouteRequest request)
    {
        double[] times = [.. request.Times];
        Curve[][] runs = Ensemble.Run(request, Seed, Seeds, seed =>
        {
            var features = NoisyClassifier.Train(this, seed, request);
            return Array.ConvertAll(times, time => features.MoveTo(time));
        });
        return new([.. times.Select((_, index) => Mean(runs, index))], new(runs.Average(run => run[0].Accuracy)))
        {
            Work = [new("steps", (long)TrainingSteps * Seeds)],
        };
    }

    private static Curve Mean(Curve[][] runs, int index) => new(
        runs.Average(run => run[index].AliveShare),
        runs.Average(run => run[index].SmallestFlip),
        runs.Average(run => run[index].LeastSmallestFlip),
        runs.Average(run => run[index].PairFlip),
        runs.Average(run => run[index].Accuracy),
        runs.Average(run => run[index].EffectiveRank));
}
