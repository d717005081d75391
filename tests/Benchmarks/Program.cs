using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*Flow*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
