using LearningDynamics.Flows;
using LearningDynamics.Tests.Support;

namespace LearningDynamics.Tests.Flows;

public class AllocationTests
{
    private static readonly FlowEvent Never = new("Never", 1, (_, state, values) => values[0] = state[0] + 10);

    [Fact]
    public void The_loop_allocates_nothing_however_many_steps_it_makes()
    {
        Assert.True(Allocated(200, dense: false).Steps > 9 * Allocated(20, dense: false).Steps);
        Assert.Equal(Allocated(20, dense: false).Bytes, Allocated(200, dense: false).Bytes);
    }

    [Fact]
    public void Dense_output_allocates_its_arrays_and_nothing_else()
    {
        (long bytes, int steps) = Allocated(2000, dense: true);

        // The solution's own arrays (eight coefficient vectors, a start and a size a step) and, should the pool have lost its
        // arrays, doubled ones rounded up to powers of two: at most four times as much again.
        long own = 8L * steps * ((8 * 2) + 2);
        Assert.InRange(bytes, own, (5 * own) + 10_000);
    }

    private static (long Bytes, int Steps) Allocated(double end, bool dense)
    {
        FlowProblem<ScalarField<LinearField>> problem = FlowProblem.Create(new LinearField(0, 1, -1, 0), [0, 1], 0, end, Never);
        FlowOptions options = new() { DenseOutput = dense };
        FlowSolution? solution = null;
        long bytes = Allocation.Least(() => solution = FlowSolver.Solve(problem, options));
        return (bytes, solution!.Statistics.AcceptedSteps);
    }
}
