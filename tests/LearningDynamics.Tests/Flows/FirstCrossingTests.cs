using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows;

public class FirstCrossingTests
{
    private static readonly FlowSolution Logistic = FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.001], 0, 15));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void The_time_to_a_confidence_is_found(double confidence)
    {
        double exact = Math.Log(999 * confidence / (1 - confidence));
        double? found = Logistic.FirstCrossing((_, state) => state[0] - confidence);

        // Dense output is good to 1e-11; the curve's slope p (1 - p) turns an error of p into one of t.
        Assert.Equal(exact, found!.Value, 1e-11 / (confidence * (1 - confidence)));
    }

    [Fact]
    public void It_is_the_crossing_of_the_dense_solution_to_the_last_digit()
    {
        double time = Logistic.FirstCrossing((_, state) => state[0] - 0.5)!.Value;
        double[] at = new double[1], before = new double[1];
        Logistic.Evaluate(time, at);
        Logistic.Evaluate(Math.BitDecrement(time), before);
        Assert.True(before[0] < 0.5 && at[0] >= 0.5);
    }

    [Fact]
    public void It_is_the_first_of_several_also_backward_in_time()
    {
        FlowSolution backward = FlowSolver.Solve(FlowProblem.Create(new LinearField(0, 1, -1, 0), [Math.Sin(10), Math.Cos(10)], 10, 0));
        Assert.Equal(3 * Math.PI, backward.FirstCrossing((_, state) => state[0])!.Value, 1e-11);
    }

    [Fact]
    public void A_zero_at_the_start_is_the_first() =>
        Assert.Equal(0, Logistic.FirstCrossing((time, _) => time));

    [Fact]
    public void What_never_happens_is_null() =>
        Assert.Null(Logistic.FirstCrossing((_, state) => state[0] - 2));

    [Fact]
    public void A_function_that_is_not_a_number_is_refused() =>
        Assert.Contains("not a number at t = ", Assert.Throws<NumericalFailureException>(
            () => Logistic.FirstCrossing((_, state) => Math.Log(0.5 - state[0]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_dense_output_there_is_no_answer()
    {
        FlowSolution sparse = FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.001], 0, 15), new() { DenseOutput = false });
        Assert.Throws<InvalidOperationException>(() => sparse.FirstCrossing((_, state) => state[0] - 0.5));
        Assert.Throws<InvalidOperationException>(() => sparse.Evaluate(1, new double[1]));
        sparse.Evaluate(15, new double[1]);
    }
}
