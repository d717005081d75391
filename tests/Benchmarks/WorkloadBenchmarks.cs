using BenchmarkDotNet.Attributes;
using LearningDynamics.Benchmarks.Workloads;
using LearningDynamics.Training;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// The four workloads that LearningDynamics is compared with other programs by, on one thread; docs/guide/performance.md says what they are. The times are for this machine: compare.py runs the other
/// programs in turn with these and prints ratios.
/// </summary>
[MemoryDiagnoser]
public class WorkloadBenchmarks
{
    private readonly PhaseEnsemble ensemble = new(side: 1000);
    private readonly ManyLogits modes = new();
    private readonly ManagedTrainer trainer = new();
    private readonly double[] states = new double[2000];

    [Benchmark(OperationsPerInvoke = 1_000_000)]
    public long PhaseCell() => ensemble.Solve(threads: 1).Steps;

    [Benchmark]
    public long Trajectory() => SingleTrajectory.Solve(outputWeight: 0.1, states);

    [Benchmark(OperationsPerInvoke = 10_000)]
    public double TrainingStep() => trainer.Train(NetworkTraining.Plan(Precision.Double)).FinalLoss;

    [Benchmark(OperationsPerInvoke = 10_000)]
    public double TrainingStepInSinglePrecision() => trainer.Train(NetworkTraining.Plan(Precision.Single)).FinalLoss;

    [Benchmark(OperationsPerInvoke = 1_000_000)]
    public void Logit() => modes.Evaluate(threads: 1, ManyLogits.Count);
}
