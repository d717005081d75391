using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class EventTests
{
    private static readonly LinearField Rotation = new(0, 1, -1, 0);

    [Theory]
    [InlineData(EventDirection.Either, new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(EventDirection.Falling, new[] { 1, 3, 5 })]
    [InlineData(EventDirection.Rising, new[] { 2, 4, 6 })]
    public void The_zeros_of_the_sine_are_found_in_their_directions_and_not_at_the_start(EventDirection direction, int[] multiples)
    {
        FlowSolution solution = Solve(Rotation, [0, 1], 0, 20, First("Zero", direction));
        Assert.Equal(multiples.Length, solution.Events.Count);
        for (int i = 0; i < multiples.Length; i++)
        {
            FlowEventOccurrence found = solution.Events[i];
            Assert.Equal(multiples[i] * Math.PI, found.Time, 1e-12 * 20);
            Assert.Equal(multiples[i] % 2 == 1 ? EventDirection.Falling : EventDirection.Rising, found.Direction);
            Assert.InRange(found.State[0] * (multiples[i] % 2 == 1 ? -1 : 1), 0, 8 * 2.3e-16 * found.Time);
        }

        Assert.Equal(multiples[0] * Math.PI, solution.FirstTime("Zero")!.Value, 2e-11);
    }

    [Fact]
    public void Backward_in_time_the_same_events_are_found()
    {
        FlowSolution solution = Solve(Rotation, [0, 1], 0, -7, First("Zero", EventDirection.Rising));
        Assert.Equal(-Math.PI, Assert.Single(solution.Events).Time, 1e-12 * 7);
    }

    [Fact]
    public void The_flow_ends_behind_a_terminal_event()
    {
        FlowSolution solution = Solve(Rotation, [0, 1], 0, 20, First("Zero", EventDirection.Rising) with { IsTerminal = true });
        Assert.Equal(2 * Math.PI, solution.End, 1e-12 * 7);
        Assert.Equal(solution.End, Assert.Single(solution.Events).Time);
        Assert.Throws<ArgumentOutOfRangeException>(() => solution.Evaluate(7, new double[2]));
    }

    [Fact]
    public void Components_fire_each_at_its_time_the_earliest_first()
    {
        // One step could pass all of them: the field is constant.
        double[] levels = [0.31, 0.3, 0.2, 0.3];
        FlowEvent passed = new("Passed", 4, (_, state, values) =>
        {
            for (int i = 0; i < 4; i++)
                values[i] = state[0] - levels[i];
        });
        FlowSolution solution = Solve(new FunctionField(1, (_, _, derivative) => derivative[0] = 1), [0], 0, 1, passed);
        Assert.Equal([2, 1, 3, 0], solution.Events.Select(found => found.Component));
        Assert.All(solution.Events, found => Assert.Equal(levels[found.Component], found.Time, 1e-15));
        Assert.Equal(solution.Events[1].Time, solution.Events[2].Time);
    }

    [Fact]
    public void A_crossing_and_a_crossing_back_within_one_step_are_both_found()
    {
        FlowEvent inside = new("Inside", 1, (time, _, values) => values[0] = ((time - 5) * (time - 5)) - 1);
        FlowProblem<FunctionField> problem = new(new(1, (_, _, derivative) => derivative[0] = 1), [0], 0, 10, [inside]);
        FlowSolution solution = FlowSolver.Solve(problem, new() { InitialStep = 10 });
        Assert.Equal([EventDirection.Falling, EventDirection.Rising], solution.Events.Select(found => found.Direction));
        Assert.Equal(4, solution.Events[0].Time, 4e-12);
        Assert.Equal(6, solution.Events[1].Time, 6e-12);
    }

    [Fact]
    public void A_rising_return_is_found_though_the_fall_before_it_does_not_count()
    {
        FlowEvent inside = new("Inside", 1, (time, _, values) => values[0] = ((time - 5) * (time - 5)) - 1, EventDirection.Rising);
        FlowProblem<FunctionField> problem = new(new(1, (_, _, derivative) => derivative[0] = 1), [0], 0, 10, [inside]);
        Assert.Equal(6, Assert.Single(FlowSolver.Solve(problem, new() { InitialStep = 10 }).Events).Time, 6e-12);
    }

    [Theory]
    [InlineData(1e-13, 1)]
    [InlineData(-1e-13, 0)]
    public void An_event_just_before_the_end_is_not_lost_and_one_just_behind_it_is_not_invented(double beyond, int count)
    {
        FlowSolution solution = Solve(new FunctionField(1, (_, _, derivative) => derivative[0] = -1), [1], 0, 1 + beyond, First("Zero"));
        Assert.Equal(count, solution.Events.Count);
        Assert.Equal(1 + beyond, solution.End);
    }

    [Fact]
    public void An_event_at_time_zero_is_found_to_the_last_digits()
    {
        FlowSolution solution = Solve(new FunctionField(1, (_, _, derivative) => derivative[0] = 1), [-1], -1, 1, First("Zero"));
        Assert.Equal(0, Assert.Single(solution.Events).Time, 1e-15);
    }

    [Fact]
    public void Trial_steps_that_are_thrown_away_fire_nothing()
    {
        // The first trial step is far beyond the stability limit of x' = -50 (x - cos t) and lands far below zero.
        FunctionField stiff = new(1, (time, state, derivative) => derivative[0] = -50 * (state[0] - Math.Cos(time)));
        FlowEvent far = new("Far", 1, (_, state, values) => values[0] = Math.Abs(state[0]) - 2);
        FlowSolution solution = FlowSolver.Solve(new FlowProblem<FunctionField>(stiff, [1], 0, 10, [far]), new() { InitialStep = 10 });
        Assert.Empty(solution.Events);
        Assert.True(solution.Statistics.RejectedSteps > 0);
    }

    [Fact]
    public void An_event_function_coarser_than_the_times_is_crossed_in_few_steps()
    {
        // Above 1 doubles are 2.2e-16 apart, which x' = 1e-6 takes 2.2e-10 to climb; ten such times must do.
        FlowSolution solution = Solve(new FunctionField(1, (_, _, derivative) => derivative[0] = 1e-6), [1 - 1e-6], 0, 2, new FlowEvent(
            "One", 1, (_, state, values) => values[0] = state[0] - 1));
        Assert.Equal(1, Assert.Single(solution.Events).Time, 2.2e-9);
        Assert.InRange(solution.Statistics.AcceptedSteps, 1, 200);
    }

    [Fact]
    public void Passing_an_event_leaves_a_smooth_solution_as_it_was()
    {
        FlowSolution watched = Solve(Rotation, [0, 1], 0, 20, First("Zero"));
        Assert.Equal(6, watched.Statistics.Restarts);
        Assert.Equal(Math.Sin(20), watched.FinalState[0], 1e-11);
    }

    private static FlowEvent First(string name, EventDirection direction = EventDirection.Either) =>
        new(name, 1, (_, state, values) => values[0] = state[0], direction);

    private static FlowSolution Solve(LinearField field, double[] initial, double start, double end, FlowEvent watched) =>
        FlowSolver.Solve(FlowProblem.Create(field, initial, start, end, watched));

    private static FlowSolution Solve(FunctionField field, double[] initial, double start, double end, FlowEvent watched) =>
        FlowSolver.Solve(new FlowProblem<FunctionField>(field, initial, start, end, [watched]));
}
