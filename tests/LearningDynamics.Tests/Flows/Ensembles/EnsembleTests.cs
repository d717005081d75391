using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Tests.Support;

namespace LearningDynamics.Tests.Flows.Ensembles;

/// <summary>How ensembles end, fail, report and are cancelled.</summary>
public class EnsembleTests
{
    [Fact]
    public void Every_trajectory_is_handed_over_once()
    {
        int[] calls = new int[3000];
        EnsembleStatistics statistics = FlowEnsemble.Solve(Growth(calls.Length, end: 1), (in end) => Interlocked.Increment(ref calls[end.Index]), threads: 3);
        Assert.All(calls, call => Assert.Equal(1, call));
        Assert.Equal(3000, statistics.Trajectories);
        Assert.Equal(0, statistics.Failed);
        Assert.True(statistics.Steps > 3000);
    }

    [Fact]
    public void Trajectories_at_rest_and_those_of_no_time_end_where_they_start()
    {
        EnsembleArrays ends = new(2, dimension: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(default(LogisticField), 2, (index, state, _) => { state[0] = 0.5; return index == 1; }, 0, 1), ends.Receive);
        Assert.Equal([TrajectoryEnding.AtRest, TrajectoryEnding.ReachedEnd], ends.Endings);
        Assert.Equal(0.5, ends.State(0)[0]);
        Assert.Equal([0.0, 1.0], ends.Times);

        FlowEnsemble.Solve(Growth(2, end: 0), ends.Receive);
        Assert.Equal([TrajectoryEnding.ReachedEnd, TrajectoryEnding.ReachedEnd], ends.Endings);
        Assert.Equal([0.0, 0.0], ends.Times);
        Assert.Equal(0, FlowEnsemble.Solve(Growth(0, end: 1), ends.Receive).Trajectories);
    }

    [Fact]
    public void A_blow_up_fails_alone()
    {
        // x' = x^2 blows up at 1 / x0, before the end for the first trajectory only.
        EnsembleArrays ends = new(20, dimension: 1);
        EnsembleStatistics statistics = FlowEnsemble.Solve(EnsembleProblem.Create(default(SquareField), 20, (index, state, _) => (state[0] = index == 0 ? 1 : 0.1) > 0, 0, 2), ends.Receive, new() { MaximumSteps = 2000 });
        Assert.Equal(1, statistics.Failed);
        Assert.Contains(ends.Endings[0], new[] { TrajectoryEnding.StepVanished, TrajectoryEnding.TooManySteps });
        Assert.Equal(1, ends.Times[0], 1e-9);
        Assert.All(ends.Endings.Skip(1), ending => Assert.Equal(TrajectoryEnding.ReachedEnd, ending));
        Assert.Equal(1 / (10.0 - 2), ends.State(19)[0], 1e-12);
    }

    [Fact]
    public void The_maximum_of_steps_ends_a_trajectory()
    {
        EnsembleArrays ends = new(3, dimension: 1);
        EnsembleStatistics statistics = FlowEnsemble.Solve(Growth(3, end: 10), ends.Receive, new() { MaximumSteps = 4 });
        Assert.All(ends.Endings, ending => Assert.Equal(TrajectoryEnding.TooManySteps, ending));
        Assert.Equal(3, statistics.Failed);
        Assert.All(ends.Times, time => Assert.InRange(time, 1e-9, 9));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_ensemble()
    {
        Assert.Equal(Allocated(100), Allocated(10_000));

        static long Allocated(long count)
        {
            var problem = Growth(count, end: 1);
            return Allocation.Least(() => FlowEnsemble.Solve(problem, static (in _) => { }, threads: 1));
        }
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        List<double> shares = [];
        FlowEnsemble.Solve(Growth(1000, end: 1), static (in _) => { }, threads: 1, progress: new Shares(shares));
        Assert.Equal(shares.Order(), shares);
        Assert.True(shares.Count > 5);
        Assert.Equal(1, shares[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancellation_and_the_receivers_own_errors_reach_the_caller(int threads)
    {
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => FlowEnsemble.Solve(Growth(100_000, end: 1), (in _) => source.Cancel(), threads: threads, cancellation: source.Token));
        Assert.Throws<InvalidTimeZoneException>(() => FlowEnsemble.Solve(Growth(100, end: 1), static (in _) => throw new InvalidTimeZoneException(), threads: threads));
    }

    [Fact]
    public void Wrong_problems_are_refused()
    {
        Assert.Contains("trajectory 7", Assert.Throws<ArgumentException>(() => FlowEnsemble.Solve(
            EnsembleProblem.Create(default(LogisticField), 9, (index, state, _) => (state[0] = index == 7 ? double.NaN : 1) != 0, 0, 1), static (in _) => { }, threads: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowEnsemble.Solve(Growth(-1, end: 1), static (in _) => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowEnsemble.Solve(Growth(1, end: double.NaN), static (in _) => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowEnsemble.Solve(Growth(1, end: 1), static (in _) => { }, threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnsembleArrays(1, dimension: 0));
    }

    private static EnsembleProblem<UniformField<LogisticField>, NoEvents> Growth(long count, double end) =>
        EnsembleProblem.Create(default(LogisticField), count, static (index, state, _) => (state[0] = 0.1 + (1e-6 * index)) > 0, 0, end);

    private sealed class Shares(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
