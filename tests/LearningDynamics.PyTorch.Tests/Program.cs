using LearningDynamics.Experiments;
using LearningDynamics.Hosting;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>A program with the trainer and no experiment.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        using var pytorch = new PyTorchTrainer();
        return ExperimentProgram.Run(args, new ExperimentCatalog([]), pytorch);
    }
}
