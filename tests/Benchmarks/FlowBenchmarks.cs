using BenchmarkDotNet.Attributes;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// One trajectory of a single mode from 0 to 200, read at 1000 times. Two solvers at equal tolerances are not equally accurate, so the time alone ranks neither pairs nor
/// libraries: compare the errors against the closed form too. With two components the cost is mostly that of the solver and not of the field; in a large network it is the field's.
/// </summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private const int Outputs = 1000;
    private const double End = 200;
    private readonly double[] state = new double[2];

    /// <summary>The relative tolerance; the absolute one is a hundredth of it.</summary>
    [Params(1e-6, 1e-10)]
    public double RelativeTolerance { get; set; }

    [Benchmark]
    public double SolveAndRead()
    {
        var problem = FlowProblem.Create(new SingleMode(InputNorm: 0.7), [0.1, 0.1], start: 0, end: End);
        FlowSolution solution = FlowSolver.Solve(problem, new() { RelativeTolerance = RelativeTolerance, AbsoluteTolerance = RelativeTolerance / 100 });
        double sum = 0;
        for (int index = 1; index <= Outputs; index++)
        {
            solution.Evaluate(End * index / Outputs, state);
            sum += state[0] * state[1];
        }

        return sum;
    }

    /// <summary>y' = n^2 z sigma(-z y), z' = y sigma(-z y).</summary>
    private readonly record struct SingleMode(double InputNorm) : IVectorField
    {
        public int Dimension => 2;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            T pull = T.Logistic(-(state[0] * state[1]));
            derivative[0] = pull * state[1] * InputNorm * InputNorm;
            derivative[1] = pull * state[0];
        }
    }
}
