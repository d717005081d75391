using BenchmarkDotNet.Attributes;
using LearningDynamics.Reports;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Training;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// What happens to results after the computing: the comparison of a snapshot, and a report in all its formats. Ten points of a sweep are compared or written. The report's time is mostly that of the disk's
/// cache and of the plotting library, which is copied into each page; how long a browser takes to draw it is not in it.
/// </summary>
[MemoryDiagnoser]
public class ResultBenchmarks
{
    private readonly string directory = Path.Combine(Path.GetTempPath(), $"LearningDynamics.Benchmarks.{Environment.ProcessId}");
    private readonly string verified = Snapshot.Text(MeasuredRun.Create());
    private readonly string received = Snapshot.Text(MeasuredRun.Create(error: 1e-13));
    private readonly ExperimentRun run = MeasuredRun.Create();
    private readonly ResultSet results = new(EnvironmentFingerprint.Capture(new RunSettings { Trainer = new ManagedTrainer() }), [MeasuredRun.Create()]);

    [GlobalCleanup(Target = nameof(WriteReport))]
    public void Delete() => Directory.Delete(directory, recursive: true);

    [Benchmark]
    public string WriteSnapshotText() => Snapshot.Text(run);

    [Benchmark]
    public int CompareSnapshots() => Snapshot.Compare(verified, received).Count;

    [Benchmark]
    public ReportFiles WriteReport() => ReportWriter.Write(results, directory);
}
