using System.Globalization;
using LearningDynamics.Training;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>Runs one of the four workloads once and prints it as a line of JSON; see docs/guide/performance.md.</summary>
internal static class WorkloadProgram
{
    private const string Usage = "workload W1|W2|W3|W4 [--threads N] [--single] [--side N] [--dump FILE]";

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>The exit code: 0, or 2 for wrong usage.</returns>
    public static int Run(string[] args)
    {
        int threads = Number(args, "--threads", 1);
        string? dump = Option(args, "--dump");
        switch (args.Length > 0 ? args[0] : "")
        {
            case "W1":
                PhaseEnsemble.Run(Number(args, "--side", 1000), threads, dump);
                return 0;
            case "W2":
                SingleTrajectory.Run(dump);
                return 0;
            case "W3":
                NetworkTraining.Run(args.Contains("--single", StringComparer.Ordinal) ? Precision.Single : Precision.Double, threads);
                return 0;
            case "W4":
                ManyLogits.Run(threads, dump);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Option(string[] args, string name)
    {
        int index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
