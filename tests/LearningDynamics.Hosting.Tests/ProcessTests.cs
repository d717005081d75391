using System.Diagnostics;
using LearningDynamics.Hosting.Tests.Synthetic;

namespace LearningDynamics.Hosting.Tests;

/// <summary>What shows only in a process of its own: signals, and the streams of the operating system.</summary>
public class ProcessTests
{
    [UnixTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_ends_the_run_with_130_and_keeps_what_is_finished(string signal)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("hosting-");
        try
        {
            using Process host = Start(directory, "check", "toy/decay", "toy/hanging");
            string? line = host.StandardError.ReadLine();
            Assert.Equal(SyntheticCatalog.HangMessage, line);
            using (Process kill = Process.Start("kill", ["-" + signal, host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
                kill.WaitForExit();

            string output = host.StandardOutput.ReadToEnd();
            host.WaitForExit();
            Assert.Equal(130, host.ExitCode);
            Assert.Contains("2 experiments, 1 cross-check: 1 incomplete", output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(directory.FullName, "artifacts", "results.json")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static Process Start(DirectoryInfo directory, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProcessTests).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = directory.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}

/// <summary>A theory about POSIX signals.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no kill command.";
    }
}
