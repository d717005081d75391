using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

/// <summary>States at many times are those at each time, to the bit.</summary>
public class ManyTimesTests
{
    [Theory]
    [InlineData(0, 20)]
    [InlineData(20, 3)]
    [InlineData(1, 1)]
    public void Times_in_and_out_of_order_have_the_bits_that_they_have_alone(double start, double end)
    {
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(new LinearField(-0.1, 1, -1, -0.1), [1, 0.5], start, end));
        double[] rising = [.. Enumerable.Range(0, 403).Select(k => start + ((end - start) * k / 402))];
        double[] falling = [.. rising.Reverse()];
        double[] mixed = [.. rising.Select((time, k) => rising[k * 97 % 403])];
        foreach (double[] times in new[] { rising, falling, mixed, [.. solution.StepStarts], [], [end, end, end, end, end] })
        {
            double[] states = new double[2 * times.Length], alone = new double[2];
            solution.Evaluate(times, states);
            for (int k = 0; k < times.Length; k++)
            {
                solution.Evaluate(times[k], alone);
                Assert.Equal(alone, states[(2 * k)..((2 * k) + 2)]);
            }
        }
    }

    [Fact]
    public void Wrong_lengths_and_times_outside_are_refused()
    {
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.1], 0, 1));
        Assert.Equal("states", Assert.Throws<ArgumentException>(() => solution.Evaluate([0, 0.5], new double[3])).ParamName);
        Assert.Equal("times", Assert.Throws<ArgumentOutOfRangeException>(() => solution.Evaluate([0, 1.5], new double[2])).ParamName);
        FlowSolution ends = FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.1], 0, 1), new() { DenseOutput = false });
        double[] states = new double[2];
        ends.Evaluate([0, 1], states);
        Assert.Equal(0.1, states[0]);
        Assert.Throws<InvalidOperationException>(() => ends.Evaluate([0, 0.5], states));
    }
}
