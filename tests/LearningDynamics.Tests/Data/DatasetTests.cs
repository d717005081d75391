using LearningDynamics.Data;

namespace LearningDynamics.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Every_example_weighs_as_much_unless_frequencies_are_given()
    {
        Dataset data = Dataset.FromExamples([[1, 2], [3, 4], [5, 6], [7, 8]], [0, 1, 0, 1]);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], data.Weights);
        Assert.Equal([0.5, 0.25, 0, 0.125], data.WithFrequencies(0.5, 0.25, 0, 0.125).Weights);
        Assert.Equal([5, 6], data.Input(2));
        Assert.Equal([1], data.Target(3));
        Assert.Equal((4, 2, 1), (data.Count, data.InputSize, data.TargetSize));
    }

    [Fact]
    public void Labels_become_one_hot_targets() =>
        Assert.Equal([0, 0, 1, 1, 0, 0], Dataset.FromLabels([[1], [2]], [2, 0], 3).Targets);

    [Fact]
    public void Frequencies_may_add_up_to_1_with_rounding()
    {
        double[][] inputs = [.. Enumerable.Range(0, 10).Select(_ => new[] { 1.0 })];
        double[] tenths = [.. inputs.Select(_ => 0.1)];
        Assert.Equal(10, Dataset.FromExamples(inputs, tenths).WithFrequencies(tenths).Count);
    }

    [Fact]
    public void Data_is_copied()
    {
        double[] input = [1, 2];
        Dataset data = Dataset.FromExamples([input], [1]);
        input[0] = 9;
        Assert.Equal(1, data.Input(0)[0]);
    }

    [Fact]
    public void Faulty_data_is_refused_with_its_place()
    {
        AssertRefused("inputs", "at least one example", () => Dataset.FromExamples([], Array.Empty<double>()));
        AssertRefused("inputs", "Example 1 has 1 components and example 0 has 2", () => Dataset.FromExamples([[1, 2], [3]], [0, 1]));
        AssertRefused("inputs", "Component 1 of example 0 is NaN", () => Dataset.FromExamples([[1, double.NaN]], [0]));
        AssertRefused("targets", "2 inputs and 1 targets", () => Dataset.FromExamples([[1], [2]], [0]));
        AssertRefused("targets", "Component 0 of example 0 is", () => Dataset.FromExamples([[1]], [double.PositiveInfinity]));
        AssertRefused("labels", "between 0 and 2", () => Dataset.FromLabels([[1]], [3], 3));
        AssertRefused("classes", "at least 2", () => Dataset.FromLabels([[1]], [0], 1));
        Dataset data = Dataset.FromExamples([[1], [2]], [0, 1]);
        AssertRefused("frequencies", "1 frequencies for 2 examples", () => data.WithFrequencies(1));
        AssertRefused("frequencies", "add up to 1.5", () => data.WithFrequencies(0.75, 0.75));
        AssertRefused("frequencies", "add up to 0", () => data.WithFrequencies(0, 0));
        AssertRefused("frequencies", "example 1 must lie in [0, 1]", () => data.WithFrequencies(0.5, -0.1));
        AssertRefused("example", "between 0 and 1", () => data.Input(2).ToArray());
    }

    private static void AssertRefused(string parameter, string part, Func<object> call)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
