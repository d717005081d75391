using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows;

/// <summary>The flows of theory 1.3 and 1.4, where ReLU gates switch the field.</summary>
public class NeuronFlowTests
{
    private static readonly FlowEvent Gates = new("Gate", 2, (_, state, values) => (values[0], values[1]) = (state[0], state[1]));

    [Fact]
    public void Collapsing_neurons_die_once_on_their_hyperbola()
    {
        Config repeatable = Config.QuickThrowOnFailure.WithReplay(18090684, 240504075);
        Prop.ForAll(Gen.Choose(1, 1000).ArrayOf(4).ToArbitrary(), numbers =>
        {
            double norm = numbers[0] / 500.0, frequency = (200 + numbers[1]) / 1200.0, y = numbers[2] / 1000.0;
            double z = -(y / norm) * (1.01 + (numbers[3] / 1000.0));
            FlowEvent death = new("Death", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling);
            GatedNeuronField field = new(norm, frequency);
            double end = 1e3 / (norm * frequency);
            FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(field, [y, z], 0, end, death));
            double exact = -Math.Sqrt((z * z) - (y * y / (norm * norm)));

            // z^2 - y^2 / n^2 is a difference: errors of 1e-12 a step in z0 are errors of 1e-12 (z0 / z) in z.
            double condition = solution.Statistics.AcceptedSteps * (z / exact);
            return solution.Events.Count == 1 && Math.Abs((solution.FinalState[1] / exact) - 1) <= 1e-12 * condition * (z / exact);
        }).Check(repeatable);
    }

    [Fact]
    public void A_side_that_starts_at_zero_stays_there_and_the_other_dies()
    {
        FlowSolution solution = Solve(correlation: 0, [1, 0, -1.1], 100);
        FlowEventOccurrence death = Assert.Single(solution.Events);
        Assert.Equal(0, death.Component);
        Assert.Equal(5.3242838, death.Time, 1e-7);
        Assert.Equal(-Math.Sqrt((1.1 * 1.1) - 1), death.State[2], 1e-12);
        Assert.Equal(0, solution.FinalState[1]);
    }

    [Fact]
    public void A_dead_side_revives_and_takes_over()
    {
        FlowSolution solution = Solve(correlation: -0.5, [1, -0.1, -1.1], 400);
        Assert.Equal([EventDirection.Rising, EventDirection.Falling], solution.Events.Select(found => found.Direction));
        Assert.Equal([1, 0], solution.Events.Select(found => found.Component));
        Assert.True(solution.FinalState[0] < 0 && solution.FinalState[1] > 1 && solution.FinalState[2] < -1);

        // While beta sleeps, beta = beta0 + (rho / n1^2) (alpha - alpha0): it wakes where alpha = 0.8.
        Assert.Equal(0.8, solution.Events[0].State[0], 1e-12);
    }

    [Theory]
    [InlineData(0.1, 0.1, 0.1, 1)]
    [InlineData(0.2, 0.9, 0.2, 0)]
    public void Of_two_sides_one_dies_and_the_invariant_holds(double alpha, double beta, double z, int dying)
    {
        FlowSolution solution = Solve(correlation: 0, [alpha, beta, z], 400);
        Assert.Equal(dying, Assert.Single(solution.Events).Component);
        double[] state = new double[3];
        for (int t = 0; t <= 400; t += 10)
        {
            solution.Evaluate(t, state);
            double invariant = (state[2] * state[2]) - (state[0] * state[0]) - (state[1] * state[1]);
            Assert.Equal((z * z) - (alpha * alpha) - (beta * beta), invariant, 1e-10);
        }
    }

    private static FlowSolution Solve(double correlation, double[] initial, double end) =>
        FlowSolver.Solve(FlowProblem.Create(new TwoClassField(correlation), initial, 0, end, Gates));

    /// <summary>One ReLU neuron that is active on two classes of equal norm 1 and frequency 1/2 (theory 1.4): alpha, beta, z.</summary>
    private readonly record struct TwoClassField(double Correlation) : IVectorField
    {
        public int Dimension => 3;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            (T alpha, T beta, T z) = (state[0], state[1], state[2]);
            T first = 0.5 * T.Logistic(-(z * alpha)) * T.Step(alpha), second = 0.5 * T.Logistic(z * beta) * T.Step(beta);
            derivative[0] = z * (first - (Correlation * second));
            derivative[1] = z * ((Correlation * first) - second);
            derivative[2] = (alpha * first) - (beta * second);
        }
    }
}
