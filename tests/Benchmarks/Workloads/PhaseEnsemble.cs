using System.Runtime.CompilerServices;
using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>
/// W1: a grid of starts (z0, y0) over [-2, 2]^2 of one hidden neuron, z' = y sigma(-z y), y' = n^2 z sigma(-z y), followed to t = 20 or to its death where y reaches 0. Cells with y0 of at most 0 are dead
/// from the start.
/// </summary>
internal sealed class PhaseEnsemble(int side)
{
    /// <summary>The relative tolerance at which the largest error of a logit is below that of the best peer, 6.3e-6.</summary>
    public const double Tolerance = 2.1e-6;

    private const double InputNorm = 0.7, End = 20;

    private readonly double[] logits = new double[side * side];
    private readonly double[] deaths = new double[side * side];

    /// <summary>Integrates the whole grid.</summary>
    public EnsembleStatistics Solve(int threads)
    {
        var problem = EnsembleProblem.Create(new Neuron(), new Death(), (long)side * side, Begin, 0, End);
        FlowOptions options = new() { Pair = RungeKuttaPair.DormandPrince54, RelativeTolerance = Tolerance, AbsoluteTolerance = Tolerance / 1000, InitialStep = 0.5 };
        return FlowEnsemble.Solve(problem, Receive, options, threads);
    }

    /// <summary>Runs once to compile, then prints a run.</summary>
    public static void Run(int side, int threads, string? dump)
    {
        PhaseEnsemble ensemble = new(side);
        PhaseEnsemble warmUp = new(300);
        EnsembleStatistics statistics = default;
        RunTime time = RunTime.Of(() => warmUp.Solve(threads), () => statistics = ensemble.Solve(threads));
        ensemble.Report(threads, time, statistics);
        if (dump is not null)
            WorkloadLine.Dump(dump, ensemble.logits, ensemble.deaths);
    }

    private double Coordinate(long i) => -2 + (4.0 * i / (side - 1));

    private bool Begin(long index, Span<double> state, Span<double> parameters)
    {
        (state[0], state[1]) = (Coordinate(index / side), Coordinate(index % side));
        return state[1] > 0;
    }

    private void Receive(in TrajectoryEnd end)
    {
        bool isAlive = end.Ending == TrajectoryEnding.ReachedEnd;
        logits[end.Index] = isAlive ? end.State[0] * end.State[1] : 0;
        deaths[end.Index] = isAlive ? -1 : end.Time;
    }

    private void Report(int threads, RunTime time, EnsembleStatistics statistics)
    {
        (int learned, int dead, int wrong) = (0, 0, 0);
        (double logitSum, double deathSum) = (0, 0);
        for (int k = 0; k < logits.Length; k++)
        {
            bool truth = Coordinate(k % side) > 0 && Coordinate(k % side) + (InputNorm * Coordinate(k / side)) > 0;
            bool isLearned = deaths[k] < 0 && logits[k] > 0;
            learned += isLearned ? 1 : 0;
            dead += deaths[k] >= 0 ? 1 : 0;
            wrong += isLearned != truth ? 1 : 0;
            logitSum += logits[k];
            deathSum += Math.Max(0, deaths[k]);
        }

        WorkloadLine.Print("W1", threads, time, logits.Length, ("learned", learned), ("dead", dead), ("undecided", logits.Length - learned - dead), ("class_errors", wrong), ("sum_logit", logitSum), ("sum_t_dead", deathSum), ("steps", statistics.Steps), ("failed", statistics.Failed));
    }

    private readonly record struct Neuron : IVectorField
    {
        public int Dimension => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            T pull = T.Logistic(-(state[0] * state[1]));
            derivative[0] = state[1] * pull;
            derivative[1] = InputNorm * InputNorm * state[0] * pull;
        }
    }

    private readonly record struct Death : IEnsembleEvents
    {
        public int Count => 1;

        public EventDirection Direction(int component) => EventDirection.Falling;

        public bool IsTerminal(int component) => true;

        public bool IsSmooth(int component) => true;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
            where T : struct, IScalar<T> => values[0] = state[1];
    }
}
