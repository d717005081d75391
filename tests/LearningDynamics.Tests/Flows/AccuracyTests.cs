using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class AccuracyTests
{
    // Flows are compared with closed forms at 1e-9; a tenth of it is theirs.
    private const double Needed = 1e-10;

    public static TheoryData<string> Names => StandardProblem.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Known_solutions_are_met_over_the_whole_grid_by_both_pairs(string name)
    {
        StandardProblem problem = StandardProblem.Named(name);
        foreach (RungeKuttaPair pair in new[] { RungeKuttaPair.DormandPrince54, RungeKuttaPair.DormandPrince853 })
            Assert.InRange(problem.LargestError(problem.Forward(new() { Pair = pair }), problem.Grid(1999)), 0, Needed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Known_solutions_are_met_backward_in_time(string name)
    {
        StandardProblem problem = StandardProblem.Named(name);
        FlowSolution backward = problem.Solve(problem.End, problem.Start, null);
        Assert.Equal(problem.End, backward.Start);
        Assert.Equal(problem.Start, backward.End);
        Assert.InRange(problem.LargestError(backward, problem.Grid(1999)), 0, Needed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_start_is_given_back_exactly(string name)
    {
        StandardProblem problem = StandardProblem.Named(name);
        FlowSolution solution = problem.Forward();
        double[] state = new double[solution.Dimension];
        solution.Evaluate(problem.Start, state);
        Assert.Equal(problem.Exact(problem.Start), state);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restart_from_a_saved_state_equals_the_direct_run(string name)
    {
        StandardProblem problem = StandardProblem.Named(name);
        double middle = problem.Start + (0.4 * (problem.End - problem.Start));
        double[] saved = problem.Solve(problem.Start, middle, null).FinalState.ToArray(), direct = new double[saved.Length];
        problem.Forward().Evaluate(middle, direct);
        for (int i = 0; i < saved.Length; i++)
            Assert.Equal(direct[i], saved[i], Needed * Math.Max(1, Math.Abs(direct[i])));
    }

    [Fact]
    public void Small_components_keep_their_relative_accuracy()
    {
        // A balanced neuron from 1e-6 leaves the origin along a growing mode, which keeps every early relative error.
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(new LinearField(0, 1, 1, 0), [1e-6, 1e-6], 0, 14));
        Assert.Equal(1e-6 * Math.Exp(14), solution.FinalState[0], Needed * 1e-6 * Math.Exp(14));
    }

    [Fact]
    public void Dense_output_is_continuous_and_meets_the_step_ends()
    {
        StandardProblem problem = StandardProblem.Named("two bodies");
        FlowSolution solution = problem.Forward();
        double[] at = new double[4], before = new double[4];
        foreach (double time in solution.StepStarts.ToArray().Skip(1))
        {
            solution.Evaluate(time, at);
            solution.Evaluate(Math.BitDecrement(time), before);
            for (int i = 0; i < 4; i++)
                Assert.Equal(at[i], before[i], 1e-14);
        }
    }

    [Fact]
    public void A_generic_field_and_a_field_over_doubles_give_the_same_bits()
    {
        FlowSolution generic = FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.001], 0, 15));
        FunctionField plain = new(1, (_, state, derivative) => derivative[0] = state[0] * (1 - state[0]));
        FlowSolution direct = FlowSolver.Solve(new FlowProblem<FunctionField>(plain, [0.001], 0, 15));
        Assert.Equal(direct.FinalState.ToArray(), generic.FinalState.ToArray());
        Assert.Equal(direct.Statistics, generic.Statistics);
    }

    [Fact]
    public void Every_component_of_a_batch_has_the_bits_of_a_single_run()
    {
        // 13 components fill whole vectors of the processor and a remainder.
        double single = FlowSolver.Solve(new FlowProblem<CosineGrowthField>(new(1), [1], 0, 20)).FinalState[0];
        FlowSolution batch = FlowSolver.Solve(new FlowProblem<CosineGrowthField>(new(13), [.. Enumerable.Repeat(1.0, 13)], 0, 20));
        Assert.All(batch.FinalState.ToArray(), value => Assert.Equal(single, value));
    }

    [Fact]
    public void Without_dense_output_the_steps_are_the_same()
    {
        StandardProblem problem = StandardProblem.Named("two bodies");
        FlowSolution dense = problem.Forward(), sparse = problem.Forward(new() { DenseOutput = false });
        Assert.Equal(dense.FinalState.ToArray(), sparse.FinalState.ToArray());
        Assert.Equal(dense.Statistics.Evaluations - (3 * dense.Statistics.AcceptedSteps), sparse.Statistics.Evaluations);
    }

    [Fact]
    public void A_span_of_no_length_is_the_start()
    {
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.25], 3, 3));
        Assert.Equal(0.25, solution.FinalState[0]);
        Assert.Equal(0, solution.Statistics.AcceptedSteps);
        Assert.Null(solution.FirstCrossing((_, state) => state[0] - 0.5));
    }
}
