using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows.Ensembles;

/// <summary>The lanes against the scalar solver, and every width and number of threads against each other.</summary>
public class EnsembleAgreementTests
{
    // Every lane makes the steps of the scalar solver, up to rounding errors; they are allowed some hundreds of units in the last place of the state.
    private const double Agreement = 1e-13;

    public static TheoryData<int> Orders => [5, 8];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Smooth_flows_agree_with_the_scalar_solver(int order)
    {
        const int count = 61;
        FlowOptions options = new() { Pair = Pair(order), DenseOutput = false };
        EnsembleArrays ends = new(count, dimension: 4);
        FlowEnsemble.Solve(EnsembleProblem.Create(default(KeplerField), count, BeginOrbit, 0, 3), ends.Receive, options);
        double[] start = new double[4];
        for (int i = 0; i < count; i++)
        {
            BeginOrbit(i, start, []);
            FlowSolution scalar = FlowSolver.Solve(FlowProblem.Create(default(KeplerField), start, 0, 3), options);
            Assert.Equal(TrajectoryEnding.ReachedEnd, ends.Endings[i]);
            Assert.Equal(3, ends.Times[i]);
            AssertClose(scalar.FinalState, ends.State(i), i);
        }
    }

    [Fact]
    public void Trajectories_with_parameters_of_their_own_agree_with_the_scalar_solver_forward_and_backward()
    {
        foreach ((double from, double to) in new[] { (0.0, 2.0), (2.0, 0.5) })
        {
            EnsembleArrays ends = new(40, dimension: 1);
            EnsembleProblem<DrivenDecayField, NoEvents> problem = new(default, default, 40, BeginDecay, from, to);
            FlowEnsemble.Solve(problem, ends.Receive);
            for (int i = 0; i < 40; i++)
                AssertClose(FlowSolver.Solve(FlowProblem.Create(new DrivenDecay(0.1 * i), [1 + i], from, to)).FinalState, ends.State(i), i);
        }
    }

    [Fact]
    public void Deaths_agree_with_the_scalar_solver()
    {
        const int side = 12;
        GatedNeuronField field = new(0.7, 0.5);
        FlowEvent death = new("Death", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling, IsTerminal: true);
        EnsembleArrays ends = new(side * side, dimension: 2, eventCount: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(field, new FallingZero(IsTerminal: true), side * side, Begin, 0, 30), ends.Receive);
        int deaths = 0;
        double[] start = new double[2];
        for (int i = 0; i < side * side; i++)
        {
            Begin(i, start, []);
            FlowSolution scalar = FlowSolver.Solve(FlowProblem.Create(field, start, 0, 30, death));
            deaths += scalar.Events.Count;
            Assert.Equal(scalar.Events.Count == 1 ? TrajectoryEnding.TerminalEvent : TrajectoryEnding.ReachedEnd, ends.Endings[i]);
            Assert.Equal(scalar.FirstTime("Death") ?? double.PositiveInfinity, ends.EventTimes[i], 1e-12 * 30);
            Assert.Equal(scalar.End, ends.Times[i], 1e-12 * 30);
            AssertClose(scalar.FinalState, ends.State(i), i);
        }

        Assert.InRange(deaths, 10, (side * side) - 10);

        static bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            (state[0], state[1]) = (0.05 + (0.15 * (index / side)), -1.47 + (0.25 * (index % side)));
            return true;
        }
    }

    [Fact]
    public void The_death_of_a_gated_neuron_is_found_to_1e_12()
    {
        // Derived in theory 1.3, as for the scalar solver.
        EnsembleArrays ends = new(1, dimension: 2, eventCount: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(new GatedNeuronField(0.7, 0.5), new FallingZero(IsTerminal: false), 1, BeginDying, 0, 1000), ends.Receive);
        Assert.Equal(TrajectoryEnding.ReachedEnd, ends.Endings[0]);
        Assert.Equal(4.676649837797826, ends.EventTimes[0], 1e-12 * 4.7);
        Assert.Equal(-0.6998542122237653, ends.State(0)[1], 1e-12 * 0.7);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_relay_restarts_behind_each_of_its_jumps(int order)
    {
        EnsembleArrays ends = new(20, dimension: 2, eventCount: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(default(RelayField), default(SignChange), 20, Begin, 0, 20), ends.Receive, new() { Pair = Pair(order) });
        for (int i = 0; i < 20; i++)
        {
            // x starts at its top h: from there it falls through 0 after sqrt(2 h), and swings between parabolas of that length. Each of ten jumps shifts the speed by a few units in the last
            // place of the time 20 at most, and x by that times the time that is left.
            double quarter = Math.Sqrt(2 * Top(i)), phase = 20 % (4 * quarter) / quarter;
            double distance = phase < 1 ? phase : phase < 3 ? phase - 2 : phase - 4;
            double sign = phase is < 1 or >= 3 ? 1 : -1;
            Assert.Equal(quarter, ends.EventTimes[i], 1e-12);
            Assert.Equal(sign * Top(i) * (1 - (distance * distance)), ends.State(i)[0], 1e-11);
        }

        static double Top(long index) => 0.5 + (0.05 * index);

        static bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            (state[0], state[1]) = (Top(index), 0);
            return true;
        }
    }

    [Fact]
    public void Every_width_and_number_of_threads_gives_the_same_bits()
    {
        double[] expected = Run<SingleLane>(threads: 1);
        Assert.Equal(expected, Run<Lanes128>(threads: 1));
        Assert.Equal(expected, Run<Lanes256>(threads: 1));
        Assert.Equal(expected, Run<Lanes512>(threads: 1));
        Assert.Equal(expected, Run<LanePair<Lanes128>>(threads: 2));
        Assert.Equal(expected, Run<LanePair<Lanes256>>(threads: 3));
        Assert.Equal(expected, Run<LanePair<Lanes512>>(threads: 7));

        static double[] Run<T>(int threads)
            where T : unmanaged, ILanes<T>, IScalar<T>
        {
            const int count = 101;
            EnsembleArrays ends = new(count, dimension: 2, eventCount: 1);
            FlowEnsemble.Solve<T, UniformField<GatedNeuronField>, FallingZero>(EnsembleProblem.Create(new GatedNeuronField(1.3, 1), new FallingZero(IsTerminal: true), count, Begin, 0, 12), ends.Receive, new() { RelativeTolerance = 1e-7 }, threads, progress: null, CancellationToken.None);
            return [.. ends.States, .. ends.Times, .. ends.EventTimes];
        }

        static bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            RandomStream random = new((ulong)index);
            (state[0], state[1]) = (2 * random.NextUniform(), (4 * random.NextUniform()) - 2);
            return true;
        }
    }

    private static RungeKuttaPair Pair(int order) => order == 5 ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853;

    private static bool BeginOrbit(long index, Span<double> state, Span<double> parameters)
    {
        double eccentricity = 0.5 * index / 61;
        (state[0], state[1], state[2], state[3]) = (1 - eccentricity, 0, 0, Math.Sqrt((1 + eccentricity) / (1 - eccentricity)));
        return true;
    }

    private static bool BeginDecay(long index, Span<double> state, Span<double> parameters)
    {
        (state[0], parameters[0]) = (1 + index, 0.1 * index);
        return true;
    }

    private static bool BeginDying(long index, Span<double> state, Span<double> parameters)
    {
        (state[0], state[1]) = (0.5, -1);
        return true;
    }

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, int index)
    {
        double size = 0;
        foreach (double value in expected)
            size = Math.Max(size, Math.Abs(value));
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Agreement * size, FormattableString.Invariant($"Component {i} of trajectory {index} is {actual[i]:R} and should be {expected[i]:R}."));
    }
}
