using System.Runtime.InteropServices;

namespace LearningDynamics.Runs;

/// <summary>The processor's name, where the operating system tells it.</summary>
internal static class ProcessorName
{
    private const string LinuxFile = "/proc/cpuinfo";

    public static string Read() =>
        FromLinux() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string? FromLinux()
    {
        if (!File.Exists(LinuxFile))
            return null;
        string? line = File.ReadLines(LinuxFile).FirstOrDefault(candidate => candidate.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
