using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class DiscontinuityTests
{
    private static readonly FlowEvent Death = new("Death", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling);

    private static readonly FlowEvent Switch = new("Switch", 1, (_, state, values) => values[0] = state[0]);

    public static TheoryData<int> Orders => [5, 8];

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_death_of_a_gated_neuron_is_found_to_1e_12(int order)
    {
        // Derived in theory 1.3: t* = (1/p) integral of 1 + e^u over the intrinsic time, z* = -sqrt(z0^2 - y0^2 / n^2).
        FlowSolution solution = FlowSolver.Solve(Neuron(end: 1000, Death), new() { Pair = Pair(order) });
        FlowEventOccurrence death = Assert.Single(solution.Events);
        Assert.Equal(4.676649837797826, death.Time, 1e-12 * 4.7);
        Assert.Equal(-0.6998542122237653, death.State[1], 1e-12 * 0.7);
        Assert.InRange(death.State[0], -1e-14, 0);
        Assert.Equal(death.State, solution.FinalState.ToArray());
    }

    [Fact]
    public void The_field_is_evaluated_on_the_dead_side_from_the_event_on()
    {
        FlowSolution solution = FlowSolver.Solve(Neuron(end: 1000, Death));
        double[] state = new double[2];
        foreach (double time in new[] { 4.6766498377979, 5, 77, 999 })
        {
            solution.Evaluate(time, state);
            Assert.Equal(solution.FinalState.ToArray(), state);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_relay_with_a_declared_event_is_as_accurate_as_a_smooth_field(int order)
    {
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(default(RelayField), [0.5, 0], 1, 21, Switch), new() { Pair = Pair(order) });
        Assert.Equal(10, solution.Events.Count);
        for (int i = 0; i < 10; i++)
            Assert.Equal(2 * (i + 1), solution.Events[i].Time, 1e-12 * 20);
        double[] state = new double[2];
        for (double time = 1; time < 21; time += 0.1)
        {
            solution.Evaluate(time, state);
            double phase = time % 2, sign = time % 4 < 2 ? 1 : -1;
            Assert.Equal(sign * (phase - (phase * phase / 2)), state[0], 1e-11);
        }
    }

    [Fact]
    public void A_jump_that_nobody_declared_is_caught_by_the_error_estimate()
    {
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(default(RelayField), [0.5, 0], 1, 7));
        Assert.Equal(-0.5, At(solution, 3), 1e-9);
        Assert.Equal(0.5, At(solution, 5), 1e-9);
    }

    [Fact]
    public void A_jump_in_time_is_declared_like_one_in_the_state()
    {
        FunctionField field = new(1, (time, _, derivative) => derivative[0] = time < 1 / 3.0 ? 1 : -2);
        FlowEvent jump = new("Jump", 1, (time, _, values) => values[0] = time - (1 / 3.0));
        FlowSolution solution = FlowSolver.Solve(new FlowProblem<FunctionField>(field, [0], 0, 1, [jump]));
        Assert.Equal((1 / 3.0) - (4 / 3.0), solution.FinalState[0], 1e-14);
    }

    [Fact]
    public void The_event_saves_most_of_the_work_of_finding_the_jump_by_error_control()
    {
        FlowStatistics declared = FlowSolver.Solve(Neuron(end: 20, Death)).Statistics, blind = FlowSolver.Solve(Neuron(end: 20)).Statistics;
        Assert.True(declared.Evaluations < blind.Evaluations / 2, $"{declared} against {blind}");
    }

    private static RungeKuttaPair Pair(int order) => order == 5 ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853;

    private static FlowProblem<ScalarField<GatedNeuronField>> Neuron(double end, params FlowEvent[] events) =>
        FlowProblem.Create(new GatedNeuronField(0.7, 0.5), [0.5, -1], 0, end, events);

    private static double At(FlowSolution solution, double time)
    {
        double[] state = new double[solution.Dimension];
        solution.Evaluate(time, state);
        return state[0];
    }
}
