using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

/// <summary>The walk that features would do if noise alone moved them, against the mean and variance of one noisy step, taken over everything that can be drawn.</summary>
public class NoiseWalkTests
{
    private const int InputSize = 6, Features = 50;
    private const double Rate = 0.5, Level = 0.2, Epoch = 1000;

    [Theory]
    [InlineData(NoiseKind.InputFlip, HypercubeEncoding.Signed)]
    [InlineData(NoiseKind.InputFlip, HypercubeEncoding.Binary)]
    [InlineData(NoiseKind.OtherExamples, HypercubeEncoding.Signed)]
    [InlineData(NoiseKind.OtherExamples, HypercubeEncoding.Binary)]
    [InlineData(NoiseKind.Label, HypercubeEncoding.Signed)]
    [InlineData(NoiseKind.Label, HypercubeEncoding.Binary)]
    public void The_diffusion_is_half_the_variance_of_a_step(NoiseKind kind, HypercubeEncoding encoding)
    {
        var cube = new Hypercube(InputSize, encoding);
        const int Pair = 0b111;
        double[] pair = cube.Vertex(Pair);
        double mean = 0, square = 0;
        foreach ((double probability, int vertex, double target) in Draws(kind, Pair))
        {
            double step = (target - 0.5) * cube.Vertex(vertex).Zip(pair, (a, b) => a * b).Sum() / InputSize;
            mean += probability * step;
            square += probability * step * step;
        }

        double diffusion = Rate * Rate / Features * (square - (mean * mean)) / 2, scale = Math.Sqrt(pair.Sum(bit => bit * bit) / InputSize);
        double expected = Features / Math.PI * Math.Atan(scale / Math.Sqrt(2 * diffusion * Epoch));
        var experiment = new ResponseWithNoise
        {
            InputSize = InputSize, Features = Features, Encoding = encoding, LearningRate = Rate, NoiseKind = kind, NoiseLevel = Level, Epochs = Epoch,
        };
        RouteResult answer = ExperimentRunner.Run(experiment, new() { Routes = [Route.ClosedForm] }).Answer(Route.ClosedForm);
        Assert.Equal(expected, answer.Series("WalkFeatures")[^1], 1e-10);
    }

    /// <summary>Everything that an epoch may train on towards the target 1, with its probability.</summary>
    private static IEnumerable<(double Probability, int Vertex, double Target)> Draws(NoiseKind kind, int pair) => kind switch
    {
        NoiseKind.Label => [(1 - Level, pair, 1), (Level, pair, 0)],
        NoiseKind.InputFlip => Enumerable.Range(0, 1 << InputSize).Select(vertex =>
            (Math.Pow(Level, Hypercube.Distance(pair, vertex)) * Math.Pow(1 - Level, InputSize - Hypercube.Distance(pair, vertex)), vertex, 1.0)),
        _ => Enumerable.Range(0, 1 << InputSize).SelectMany(vertex => new[] { 0.0, 1.0 }, (vertex, target) => (Level / 2 / (1 << InputSize), vertex, target))
            .Append((1 - Level, pair, 1.0)),
    };
}
