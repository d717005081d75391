using LearningDynamics.Data;

namespace LearningDynamics.MLNet.Tests;

/// <summary>
/// ML.NET's own learners against their recursions in double precision. A step makes at most eight roundings of numbers no larger than the weights and inputs on
/// the way, and brings two models no further apart in the 2-norm, in which three components weigh sqrt(3). That holds while every margin lies on the same side of the hinge, which is asserted.
/// </summary>
public class RecursionTests
{
    private static readonly Dataset Data = Dataset.FromExamples([[1, 0.5], [-0.5, 1], [0.75, -1], [0.25, 0.375], [-1, -0.625]], [1.0, -1, 1, -1, 1]);

    [Theory]
    [InlineData(0.01f, 1, true, false)]
    [InlineData(0.01f, 9, true, false)]
    [InlineData(0.3f, 9, false, false)]
    [InlineData(0.3f, 9, false, true)]
    [InlineData(0.7f, 4, true, true)]
    public void LinearSvm_is_its_recursion(float lambda, int passes, bool hasBias, bool projects)
    {
        var learner = new LinearSvm { Lambda = lambda, Passes = passes, HasBias = hasBias, Projects = projects };
        AssertFollows(learner.Recursion, learner.Train(Data), passes, margin: 1);
    }

    [Theory]
    [InlineData(1f, 1, 1f, false)]
    [InlineData(0.3f, 10, 1f, false)]
    [InlineData(0.3f, 10, 0.6f, true)]
    public void The_averaged_perceptron_is_its_recursion(float rate, int passes, float margin, bool decreases)
    {
        var learner = new AveragedPerceptron { LearningRate = rate, Passes = passes, Margin = margin, DecreasesRate = decreases };
        AssertFollows(learner.Recursion, learner.Train(Data), passes, margin);
    }

    [Fact]
    public void A_decay_that_is_off_by_a_percent_is_noticed()
    {
        var learner = new LinearSvm { Lambda = 0.3f, Passes = 9 };
        LinearModel other = (learner with { Lambda = 0.303f }).Train(Data);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertFollows(learner.Recursion, other, passes: 9, margin: 1));
    }

    [Fact]
    public void Data_that_they_would_not_take_as_they_are_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LinearSvm().Train(Dataset.FromExamples([[1.0]], [new double[] { 1, 0 }])));
        Dataset uneven = Data.WithFrequencies(0.5, 0.125, 0.125, 0.125, 0.125);
        Assert.Throws<ArgumentException>(() => new LinearSvm().Train(uneven));
        Assert.Throws<ArgumentException>(() => new AveragedPerceptron().Train(uneven));
        Assert.Throws<ArgumentException>(() => new RegularizedLogisticRegression().Train(uneven));
    }

    private static void AssertFollows(Func<Dataset, Action<double, LinearModel>, LinearModel> recursion, LinearModel actual, int passes, double margin)
    {
        double largest = 1, nearest = double.PositiveInfinity;
        LinearModel expected = recursion(Data, (seen, model) =>
        {
            largest = Math.Max(largest, model.Weights.Append(model.Bias).Max(Math.Abs));
            nearest = Math.Min(nearest, Math.Abs(seen - margin));
        });
        double bound = 8 * Math.Sqrt(3) * passes * Data.Count * Rounding.Unit * largest;

        // A margin is off by that of each weight times its input, and by the roundings of the product.
        Assert.True(nearest > 4 * bound, $"A margin comes within {nearest} of the hinge, and may be off by {4 * bound}.");
        Assert.All(expected.Weights.Append(expected.Bias).Zip(actual.Weights.Append(actual.Bias)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, bound));
    }
}
