using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class ConvergenceTests
{
    /// <summary>Spans and step counts at which the leading error term rules and rounding errors do not show yet.</summary>
    public static TheoryData<int, string, double, double, int> Cases => new()
    {
        { 5, "rotation", 0, 20, 160 },
        { 5, "logistic", 4, 12, 80 },
        { 5, "cosine growth", 0, 3, 40 },
        { 8, "rotation", 0, 20, 80 },
        { 8, "logistic", 4, 12, 10 },
        { 8, "cosine growth", 0, 3, 10 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_error_at_the_steps_falls_with_the_order(int order, string name, double start, double end, int steps) =>
        AssertOrder(order, StandardProblem.Named(name) with { Start = start, End = end }, steps, (_, solution) => solution.StepStarts.ToArray());

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_error_between_the_steps_falls_with_the_same_order(int order, string name, double start, double end, int steps) =>
        AssertOrder(order, StandardProblem.Named(name) with { Start = start, End = end }, steps, (problem, _) => problem.Grid(997));

    [Theory]
    [InlineData(5, "rotation")]
    [InlineData(5, "two bodies")]
    [InlineData(8, "rotation")]
    [InlineData(8, "two bodies")]
    public void The_error_is_proportional_to_the_tolerance(int order, string name)
    {
        StandardProblem problem = StandardProblem.Named(name);
        double[] decades = [.. Enumerable.Range(0, 13).Select(i => -5 - (i / 2.0))];
        double[] errors = [.. decades.Select(decade => Math.Log10(Error(Math.Pow(10, decade))))];
        double mean = decades.Average();
        double slope = decades.Zip(errors, (x, y) => (x - mean) * y).Sum() / decades.Sum(x => (x - mean) * (x - mean));
        Assert.InRange(slope, 0.8, 1.2);

        double Error(double tolerance)
        {
            FlowOptions options = new() { Pair = Pair(order), RelativeTolerance = tolerance, AbsoluteTolerance = tolerance };
            return problem.LargestError(problem.Forward(options), problem.Grid(997));
        }
    }

    private static RungeKuttaPair Pair(int order) => order == 5 ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853;

    /// <summary>Takes steps of one size, by tolerances that let everything pass, and halves it.</summary>
    private static void AssertOrder(
        int order, StandardProblem problem, int steps, Func<StandardProblem, FlowSolution, IEnumerable<double>> times)
    {
        Assert.InRange(Math.Log2(Error(steps) / Error(2 * steps)), order - 0.2, order + 0.2);

        double Error(int count)
        {
            double size = (problem.End - problem.Start) / count;
            FlowOptions options = new()
            {
                Pair = Pair(order), RelativeTolerance = 0.1, AbsoluteTolerance = 1e9, InitialStep = size, MaximumStep = size,
            };
            FlowSolution solution = problem.Forward(options);
            Assert.InRange(solution.Statistics.AcceptedSteps, count, count + 1);
            return problem.LargestError(solution, times(problem, solution));
        }
    }
}
