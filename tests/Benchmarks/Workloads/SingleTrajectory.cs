using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>W2: one hidden neuron from (0.1, 0.1) with n = 0.7 to t = 200, solved with dense output and evaluated at 1000 times.</summary>
internal static class SingleTrajectory
{
    /// <summary>The relative tolerance at which the largest relative error is below that of the best peer, 3.3e-10.</summary>
    public const double Tolerance = 8e-9;

    private const double InputNorm = 0.7, End = 200;
    private const int TimeCount = 1000, Repetitions = 2000;

    private static readonly double[] Times = [.. Enumerable.Range(0, TimeCount).Select(k => End * k / (TimeCount - 1))];

    /// <summary>Solves some times to compile, then solves often and prints the run.</summary>
    public static void Run(string? dump)
    {
        double[] states = new double[4 * TimeCount];
        RunTime time = RunTime.Of(() => Solve(0.1, states), () =>
        {
            for (int i = 0; i < Repetitions; i++)
                Solve(0.1, states);
        });
        long evaluations = Solve(0.1, states);
        WorkloadLine.Print("W2", 1, time, Repetitions, ("us_per_solve", 1e6 * time.Wall / Repetitions), ("rhs_calls", evaluations), ("final_logit", states[(2 * TimeCount) - 2] * states[(2 * TimeCount) - 1]));
        if (dump is null)
            return;
        Solve(0.1 / InputNorm, states.AsSpan(2 * TimeCount));
        WorkloadLine.Dump(dump, states);
    }

    /// <summary>Solves, and writes output weight and preactivation at each of the 1000 times.</summary>
    /// <returns>The number of evaluations of the field.</returns>
    public static long Solve(double outputWeight, Span<double> states)
    {
        FlowOptions options = new() { RelativeTolerance = Tolerance, AbsoluteTolerance = Tolerance / 100 };
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(default(Neuron), [outputWeight, 0.1], 0, End), options);
        solution.Evaluate(Times, states[..(2 * TimeCount)]);
        return solution.Statistics.Evaluations;
    }

    private readonly record struct Neuron : IVectorField
    {
        public int Dimension => 2;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            T pull = T.Logistic(-(state[0] * state[1]));
            derivative[0] = state[1] * pull;
            derivative[1] = InputNorm * InputNorm * state[0] * pull;
        }
    }
}
