using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;
using LearningDynamics.Tests.Flows.Ensembles;

namespace LearningDynamics.Tests.Flows;

/// <summary>Late in time doubles are too far apart to cross a jump within the tolerance: it is crossed as exactly as they allow, and neither refused nor tried for ever.</summary>
public class LateJumpTests
{
    [Theory]
    [InlineData(1e-3, 1e4)]
    [InlineData(1e-3, 1e6)]
    [InlineData(3.3e-3, 1e4)]
    [InlineData(3.3e-3, 1e6)]
    [InlineData(0.7e-3, 1e6)]
    public void A_fall_that_stops_at_zero_is_followed_to_its_end(double speed, double start)
    {
        double end = start + (2 / speed), expected = start + (1 / speed);
        // The shortest crossing step has four units in the last place; it may be prolonged twice, and the times are rounded.
        double resolution = 32 * 2.220446049250313e-16 * expected;
        FlowEvent landing = new("Landing", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling);
        FlowSolution scalar = FlowSolver.Solve(FlowProblem.Create(new Fall(speed), [1], start, end, landing), new() { MaximumSteps = 100 });
        Assert.Equal(expected, scalar.FirstTime("Landing")!.Value, resolution);
        Assert.Equal(0, scalar.FinalState[0], speed * resolution);

        EnsembleArrays ends = new(1, dimension: 1, eventCount: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(new Fall(speed), new FallingZero(IsTerminal: false), 1, Begin, start, end), ends.Receive, new() { MaximumSteps = 100 });
        Assert.Equal(TrajectoryEnding.ReachedEnd, ends.Endings[0]);
        Assert.Equal(expected, ends.EventTimes[0], resolution);
        Assert.Equal(0, ends.State(0)[0], speed * resolution);

        static bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            state[0] = 1;
            return true;
        }
    }

    private readonly record struct Fall(double Speed) : IVectorField
    {
        public int Dimension => 1;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T> => derivative[0] = -Speed * T.Step(state[0]);
    }
}
