using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class ConvergenceTests
{
    public static TheoryData<string, int> Cases => new()
    {
        { "5(4)", 40 },
        { "8(5,3)", 16 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_error_at_the_end_falls_with_the_order(string name, int steps) =>
        AssertOrder(Pair(name), Pair(name).Order, steps, problem => [problem.End]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_error_between_the_steps_falls_with_the_same_order(string name, int steps) =>
        AssertOrder(Pair(name), Pair(name).Order, steps, problem => problem.Grid(997));

    [Theory]
    [InlineData("cosine growth")]
    [InlineData("two bodies")]
    [InlineData("logistic")]
    public void Dense_output_is_as_accurate_as_the_steps(string name)
    {
        StandardProblem problem = StandardProblem.Named(name);
        foreach (RungeKuttaPair pair in new[] { RungeKuttaPair.DormandPrince54, RungeKuttaPair.DormandPrince853 })
        {
            FlowSolution solution = problem.Forward(new() { Pair = pair, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-12 });
            double atSteps = problem.LargestError(solution, solution.StepStarts.ToArray());
            double between = problem.LargestError(solution, problem.Grid(1999));
            Assert.InRange(between, 0, 3 * Math.Max(atSteps, 1e-9));
        }
    }

    /// <summary>Steps of one size, by tolerances that let everything pass; the order is taken over a factor 4 of it.</summary>
    private static void AssertOrder(RungeKuttaPair pair, int order, int steps, Func<StandardProblem, IEnumerable<double>> times)
    {
        StandardProblem problem = StandardProblem.Named("cosine growth");
        double coarse = Error(steps), middle = Error(2 * steps), fine = Error(4 * steps);
        Assert.InRange(Math.Log2(coarse / fine) / 2, order - 0.2, order + 0.2);
        Assert.InRange(Math.Log2(middle / fine), order - 0.4, order + 0.4);

        double Error(int count)
        {
            double size = (problem.End - problem.Start) / count;
            FlowOptions options = new()
            {
                Pair = pair, RelativeTolerance = 0.1, AbsoluteTolerance = 1e9, InitialStep = size, MaximumStep = size,
            };
            FlowSolution solution = problem.Forward(options);
            Assert.InRange(solution.Statistics.AcceptedSteps, count, count + 1);
            return problem.LargestError(solution, times(problem));
        }
    }

    private static RungeKuttaPair Pair(string name) =>
        name.StartsWith('5') ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853;
}
