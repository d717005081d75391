using LearningDynamics.Hosting.Tests.Synthetic;

namespace LearningDynamics.Hosting.Tests;

/// <summary>What a user's program is: one line.</summary>
internal static class Program
{
    private static int Main(string[] args) => ExperimentProgram.Run(args, SyntheticCatalog.Create(onHang: () => Console.Error.WriteLine(SyntheticCatalog.HangMessage)));
}
