using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows;

/// <summary>The program of docs/guide/flows.md.</summary>
public class GuideTests
{
    [Fact]
    public void The_guide_gives_what_it_says()
    {
        FlowEvent death = new("Death", Count: 1, (time, state, values) => values[0] = state[0], EventDirection.Falling);
        var problem = FlowProblem.Create(new Neuron(InputNorm: 0.7, Frequency: 0.5), [0.5, -1], start: 0, end: 20, death);
        FlowSolution solution = FlowSolver.Solve(problem);

        double[] state = new double[2];
        solution.Evaluate(3, state);
        Assert.InRange(state[0], 0.1, 0.4);
        Assert.Equal(4.6766498377978, solution.FirstTime("Death")!.Value, 5e-12);
        Assert.Equal(-0.6998542122238, solution.FinalState[1], 1e-12);
        Assert.InRange(solution.FirstCrossing((time, x) => x[1] + 0.8)!.Value, 0, 4.7);
    }

    private readonly record struct Neuron(double InputNorm, double Frequency) : IVectorField
    {
        public int Dimension => 2;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            T y = state[0], z = state[1];
            T pull = Frequency * T.Logistic(-(y * z)) * T.Step(y);
            derivative[0] = InputNorm * InputNorm * z * pull;
            derivative[1] = y * pull;
        }
    }
}
