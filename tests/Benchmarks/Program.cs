using BenchmarkDotNet.Running;
using LearningDynamics.Benchmarks.Workloads;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*Flow*'         benchmarks
// dotnet run -c Release --project tests/Benchmarks -- workload W1 --threads 2   one run of a workload, as a line of JSON
if (args is ["workload", .. string[] rest])
    return WorkloadProgram.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
