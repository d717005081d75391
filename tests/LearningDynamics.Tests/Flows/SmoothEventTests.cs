using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;
using LearningDynamics.Tests.Flows.Ensembles;

namespace LearningDynamics.Tests.Flows;

/// <summary>Events that leave the field smooth: found inside a step, by the scalar solver and in lanes.</summary>
public class SmoothEventTests
{
    // Between the steps the error may be some ten times larger than at the steps, where it is about the tolerance times the time.
    private const double Exact = 10 * 1e-12 * 20;

    private static readonly LinearField Rotation = new(0, 1, -1, 0);

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void All_crossings_of_a_long_step_are_found_in_their_order(int order)
    {
        // Steps of order 8 at 1e-6 are longer than the 0.25 between the zeros of the product.
        FlowEvent product = new("Product", 2, (time, state, values) => (values[0], values[1]) = (Math.Sin(4 * Math.PI * time), time - 2.6), IsSmooth: true);
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(Rotation, [0, 1], 0, 3, product), new() { Pair = Pair(order), RelativeTolerance = 1e-6, MaximumStep = 0.5 });
        double[] expected = [.. Enumerable.Range(1, 11).Select(k => 0.25 * k).Append(2.6).Order()];
        Assert.Equal(expected.Length, solution.Events.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], solution.Events[i].Time, 1e-14);
        Assert.Equal(0, solution.Statistics.Restarts);
    }

    [Fact]
    public void A_smooth_event_changes_no_step()
    {
        FlowProblem<ScalarField<LinearField>> quiet = FlowProblem.Create(Rotation, [0, 1], 0, 20);
        FlowSolution watched = FlowSolver.Solve(quiet with { Events = [First(EventDirection.Either, isTerminal: false)] }), unwatched = FlowSolver.Solve(quiet);
        Assert.Equal(unwatched.Statistics, watched.Statistics);
        Assert.Equal(unwatched.FinalState.ToArray(), watched.FinalState.ToArray());
        Assert.Equal(6, watched.Events.Count);
        for (int i = 0; i < 6; i++)
            Assert.Equal((i + 1) * Math.PI, watched.Events[i].Time, Exact);
    }

    [Theory]
    [InlineData(20, 2 * Math.PI)]
    [InlineData(-20, -Math.PI)]
    public void A_terminal_one_ends_the_solution_where_it_fires(double end, double expected)
    {
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(Rotation, [0, 1], 0, end, First(EventDirection.Rising, isTerminal: true)));
        Assert.Equal(expected, solution.End, Exact);
        Assert.Equal(solution.End, Assert.Single(solution.Events).Time);
        Assert.Equal(0, solution.FinalState[0], 1e-15);
        double[] state = new double[2];
        solution.Evaluate(solution.End, state);
        Assert.Equal(solution.FinalState.ToArray(), state);
        solution.Evaluate(solution.End / 2, state);
        Assert.Equal(Math.Sin(solution.End / 2), state[0], Exact);
        Assert.Throws<ArgumentOutOfRangeException>(() => solution.Evaluate(1.001 * expected, new double[2]));
    }

    [Fact]
    public void What_would_happen_behind_a_terminal_one_does_not()
    {
        FlowEvent ending = new("End", 1, (time, _, values) => values[0] = time - 1.5, IsTerminal: true, IsSmooth: true);
        FlowEvent behind = new("Behind", 1, (time, _, values) => values[0] = time - 1.5001, IsSmooth: true), before = behind with { Name = "Before", Function = (time, _, values) => values[0] = time - 1.4999 };
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(Rotation, [0, 1], 0, 3, behind, ending, before));
        Assert.Equal(["Before", "End"], solution.Events.Select(found => found.Name));
        Assert.Equal(1.5, solution.End, 1e-15);

        EnsembleArrays ends = new(3, dimension: 2, eventCount: 3);
        FlowEnsemble.Solve(EnsembleProblem.Create(Rotation, default(ThreeClocks), 3, BeginRotation, 0, 3), ends.Receive);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(TrajectoryEnding.TerminalEvent, ends.Endings[i]);
            Assert.Equal(1.5, ends.Times[i], 1e-15);
            Assert.Equal([1.4999, 1.5, double.PositiveInfinity], ends.EventTimes.Skip(3 * i).Take(3).Select(time => Math.Round(time, 14)));
        }
    }

    [Fact]
    public void A_neuron_without_a_gate_dies_at_the_known_time_in_fewer_steps()
    {
        // Derived in theory 1.3, as for a gated neuron.
        FlowEvent death = new("Death", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling, IsTerminal: true, IsSmooth: true);
        FlowSolution smooth = FlowSolver.Solve(FlowProblem.Create(new OpenNeuronField(0.7, 0.5), [0.5, -1], 0, 1000, death));
        FlowSolution walked = FlowSolver.Solve(FlowProblem.Create(new OpenNeuronField(0.7, 0.5), [0.5, -1], 0, 1000, death with { IsSmooth = false }));
        Assert.Equal(4.676649837797826, smooth.End, 10 * 1e-12 * 4.7);
        Assert.Equal(-0.6998542122237653, smooth.FinalState[1], 10 * 1e-12 * 0.7);
        Assert.True(smooth.Statistics.Evaluations < walked.Statistics.Evaluations, $"{smooth.Statistics} against {walked.Statistics}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_happens_at_the_very_end_is_told_once_and_not_behind_it(bool isSmooth)
    {
        // The last step's start plus its size may miss the end by a rounding error, on either side.
        RandomStream random = new(7);
        for (int i = 0; i < 1000; i++)
        {
            double end = 1 + (3 * random.NextUniform()), end0 = random.NextUniform() < 0.5 ? -end : end;
            FlowOptions options = new() { RelativeTolerance = 1e-2, AbsoluteTolerance = 1e-2, InitialStep = 0.3 + random.NextUniform() };
            FlowEvent arrival = new("Arrival", 1, (time, _, values) => values[0] = time - end0, IsSmooth: isSmooth);
            FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(default(Clock), [0], 0, end0, arrival), options);
            Assert.Equal(end0, Assert.Single(solution.Events).Time);

            EnsembleArrays ends = new(1, dimension: 1, eventCount: 1);
            FlowEnsemble.Solve(EnsembleProblem.Create(default(Clock), new Arrival(end0, isSmooth), 1, static (_, _, _) => true, 0, end0), ends.Receive, options);
            Assert.Equal(end0, ends.EventTimes[0]);
        }
    }

    [Theory]
    [InlineData(105)]
    [InlineData(110)]
    [InlineData(150)]
    [InlineData(300)]
    public void Steep_zeros_are_found_in_lanes_as_exactly_as_others(double steepness) =>
        Assert.Equal(1, TimeOfZero(new Steep(steepness)), 1e-15);

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void Flat_zeros_are_found_in_lanes_as_exactly_as_others(int power) =>
        Assert.Equal(1.1, TimeOfZero(new Flat(power)), 1e-15);

    [Fact]
    public void A_jump_in_the_step_of_a_smooth_end_is_told_too()
    {
        FlowEvent jump = new("Jump", 1, (_, state, values) => values[0] = state[0] - 0.3), stop = new("Stop", 1, jump.Function, IsTerminal: true, IsSmooth: true);
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(Rotation, [1, 0], 0, 3, jump, stop));
        Assert.Equal(["Jump", "Stop"], solution.Events.Select(found => found.Name).Order());
        Assert.Equal(Math.Acos(0.3), solution.End, Exact);
    }

    [Fact]
    public void A_smooth_event_that_is_no_number_inside_a_step_is_refused()
    {
        FlowEvent broken = new("Broken", 1, (time, _, values) => values[0] = time is > 0.9 and < 1.2 ? double.NaN : time - 1.1, IsSmooth: true);
        Assert.Throws<NumericalFailureException>(() => FlowSolver.Solve(FlowProblem.Create(default(Clock), [0], 0, 4, broken), new() { InitialStep = 4 }));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Deaths_in_lanes_agree_with_the_scalar_solver(int order)
    {
        const int side = 12;
        OpenNeuronField field = new(0.7, 0.5);
        FlowOptions options = new() { Pair = Pair(order) };
        FlowEvent death = new("Death", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling, IsTerminal: true, IsSmooth: true);
        EnsembleArrays ends = new(side * side, dimension: 2, eventCount: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(field, default(SmoothDeath), side * side, Begin, 0, 30), ends.Receive, options);
        int deaths = 0;
        double[] start = new double[2];
        for (int i = 0; i < side * side; i++)
        {
            Begin(i, start, []);
            FlowSolution scalar = FlowSolver.Solve(FlowProblem.Create(field, start, 0, 30, death), options);
            deaths += scalar.Events.Count;
            Assert.Equal(scalar.Events.Count == 1 ? TrajectoryEnding.TerminalEvent : TrajectoryEnding.ReachedEnd, ends.Endings[i]);
            Assert.Equal(scalar.End, ends.Times[i], 1e-13 * 30);
            Assert.Equal(scalar.End, Math.Min(30, ends.EventTimes[i]), 1e-13 * 30);
            for (int k = 0; k < 2; k++)
                Assert.Equal(scalar.FinalState[k], ends.State(i)[k], 1e-13 * Math.Max(1, Math.Abs(scalar.FinalState[k])));
        }

        Assert.InRange(deaths, 10, (side * side) - 10);

        static bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            (state[0], state[1]) = (0.05 + (0.15 * (index / side)), -1.47 + (0.25 * (index % side)));
            return true;
        }
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        double[] expected = Run<SingleLane>();
        Assert.Equal(expected, Run<Lanes128>());
        Assert.Equal(expected, Run<LanePair<Lanes256>>());
        Assert.Equal(expected, Run<LanePair<Lanes512>>());

        static double[] Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T>
        {
            const int count = 101;
            EnsembleArrays ends = new(count, dimension: 2, eventCount: 1);
            FlowEnsemble.Solve<T, UniformField<OpenNeuronField>, SmoothDeath>(EnsembleProblem.Create(new OpenNeuronField(1.3, 1), default(SmoothDeath), count, Begin, 0, 12), ends.Receive, new() { RelativeTolerance = 1e-7 }, threads: 1, progress: null, CancellationToken.None);
            return [.. ends.States, .. ends.Times, .. ends.EventTimes];
        }

        static bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            RandomStream random = new((ulong)index);
            (state[0], state[1]) = (2 * random.NextUniform(), (4 * random.NextUniform()) - 2);
            return true;
        }
    }

    private static FlowEvent First(EventDirection direction, bool isTerminal) =>
        new("Zero", 1, (_, state, values) => values[0] = state[0], direction, isTerminal, IsSmooth: true);

    private static RungeKuttaPair Pair(int order) => order == 5 ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853;

    private static bool BeginRotation(long index, Span<double> state, Span<double> parameters)
    {
        (state[0], state[1]) = (0, 1 + index);
        return true;
    }

    private static double TimeOfZero<TEvents>(TEvents events)
        where TEvents : struct, IEnsembleEvents
    {
        EnsembleArrays ends = new(1, dimension: 1, eventCount: 1);
        FlowEnsemble.Solve(EnsembleProblem.Create(default(Clock), events, 1, static (_, _, _) => true, 0, 3), ends.Receive, new() { RelativeTolerance = 1e-6, InitialStep = 3 });
        return ends.EventTimes[0];
    }

    /// <summary>x' = 1 from the zero that states begin with.</summary>
    private readonly record struct Clock : IVectorField
    {
        public int Dimension => 1;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T> => derivative[0] = 1;
    }

    private readonly record struct Arrival(double At, bool Smooth) : IEnsembleEvents
    {
        public int Count => 1;

        public EventDirection Direction(int component) => EventDirection.Either;

        public bool IsTerminal(int component) => false;

        public bool IsSmooth(int component) => Smooth;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
            where T : struct, IScalar<T> => values[0] = time - At;
    }

    /// <summary>Falls through 0 at t = 1, from e^steepness.</summary>
    private readonly record struct Steep(double Steepness) : IEnsembleEvents
    {
        public int Count => 1;

        public EventDirection Direction(int component) => EventDirection.Falling;

        public bool IsTerminal(int component) => true;

        public bool IsSmooth(int component) => true;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
            where T : struct, IScalar<T> => values[0] = T.Exp(Steepness * (1 - time)) - 1;
    }

    /// <summary>Rises through 0 at t = 1.1, as an odd power.</summary>
    private readonly record struct Flat(int Power) : IEnsembleEvents
    {
        public int Count => 1;

        public EventDirection Direction(int component) => EventDirection.Rising;

        public bool IsTerminal(int component) => true;

        public bool IsSmooth(int component) => true;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
            where T : struct, IScalar<T>
        {
            T value = time - 1.1;
            for (int i = 1; i < Power; i++)
                value *= time - 1.1;
            values[0] = value;
        }
    }
}
