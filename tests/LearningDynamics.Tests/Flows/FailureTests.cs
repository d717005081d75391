using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows;

public class FailureTests
{
    [Fact]
    public void Too_many_steps_fail_with_the_time_the_step_the_counts_and_advice()
    {
        string message = Failure(() => FlowSolver.Solve(FlowProblem.Create(default(RobertsonField), [1, 0, 0], 0, 1e5), new() { MaximumSteps = 2000 }));
        Assert.Matches(@"^The flow stopped at t = [0-9.]+: 2000 trial steps did not take it to t = 100000\. Step size [0-9.E-]+; \d+ steps accepted, \d+ rejected; \d+ evaluations; 0 restarts", message);
        Assert.Contains("stiff", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flow_pushed_onto_a_jump_fails_and_names_the_restarts()
    {
        // x' = -sign(x) arrives at 0 and would have to stay there.
        FunctionField field = new(1, (_, state, derivative) => derivative[0] = -Math.Sign(state[0]));
        FlowEvent zero = new("Zero", 1, (_, state, values) => values[0] = state[0]);
        FlowProblem<FunctionField> problem = new(field, [1.1], 0, 2, [zero]);
        string message = Failure(() => FlowSolver.Solve(problem, new() { MaximumSteps = 1000 }));
        Assert.Contains("an event fires over and over", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blow_up_fails_where_it_happens()
    {
        string message = Failure(() => FlowSolver.Solve(FlowProblem.Create(default(SquareField), [1], 0, 2)));
        Assert.Matches(@"^The flow stopped at t = (1|1\.0000000\d+|0\.99999999\d+): ", message);
        Assert.Contains("blow up", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_no_number_is_named_with_its_time_and_component()
    {
        FunctionField field = new(2, (time, _, derivative) =>
        {
            derivative[0] = 1;
            derivative[1] = Math.Sqrt(1 - time);
        });
        string message = Failure(() => FlowSolver.Solve(new FlowProblem<FunctionField>(field, [0, 0], 0, 2)));
        Assert.Matches(@"the derivative of component 1 is NaN at t = (1|1\.0000000\d+):?", message);
    }

    [Fact]
    public void A_derivative_that_is_no_number_at_the_start_is_named()
    {
        FunctionField field = new(2, (_, state, derivative) => state.CopyTo(derivative));
        FunctionField broken = new(1, (_, _, derivative) => derivative[0] = double.PositiveInfinity);
        Assert.Equal(2, FlowSolver.Solve(new FlowProblem<FunctionField>(field, [0, 0], 0, 2)).End);
        Assert.Contains("component 0 is Infinity at t = 3", Failure(() => FlowSolver.Solve(new FlowProblem<FunctionField>(broken, [0], 3, 4))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_is_no_number_is_named()
    {
        FlowEvent broken = new("Broken", 2, (time, _, values) => (values[0], values[1]) = (1, Math.Sqrt(1 - time)));
        string message = Failure(() => FlowSolver.Solve(FlowProblem.Create(default(LogisticField), [0.5], 0, 3, broken)));
        Assert.StartsWith("Component 1 of the event 'Broken' is not a number at t = ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_between_two_steps()
    {
        using CancellationTokenSource source = new();
        FunctionField field = new(1, (time, _, derivative) =>
        {
            derivative[0] = 1;
            if (time > 1)
                source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(
            () => FlowSolver.Solve(new FlowProblem<FunctionField>(field, [0], 0, 1e9), new() { MaximumStep = 0.5 }, source.Token));
    }

    private static string Failure(Func<FlowSolution> solve) => Assert.Throws<NumericalFailureException>(solve).Message;
}
