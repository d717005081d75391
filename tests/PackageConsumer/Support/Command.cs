using System.Diagnostics;

namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>Runs a program in a process of its own and waits for its end.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Variables of the surrounding build or shell that would change what a child does, by how they begin.</summary>
    private static readonly string[] NotInheritedPrefixes = ["MSBUILD", "VSTEST", "GIT_", "LEARNINGDYNAMICS_"];

    private static readonly string[] NotInherited = ["CI", "TF_BUILD", "GITHUB_STEP_SUMMARY"];

    /// <summary>Runs a program.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="packagesFolder">Where NuGet unpacks packages; the machine's usual place where null.</param>
    /// <exception cref="TimeoutException">It did not end in time; it was killed with all its children.</exception>
    public static CommandResult Run(string folder, string program, IEnumerable<string> arguments, string? packagesFolder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, packagesFolder);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string line = $"{program} {string.Join(' ', start.ArgumentList)}";
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{line} did not end within {Limit}.\n{output.Result}\n{error.Result}");
        }

        return new(line, process.ExitCode, output.Result, error.Result);
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, string? packagesFolder)
    {
        foreach (string name in environment.Keys.Where(IsNotInherited).ToArray())
            environment.Remove(name);
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (packagesFolder is not null)
            environment["NUGET_PACKAGES"] = packagesFolder;
    }

    private static bool IsNotInherited(string name) =>
        NotInherited.Contains(name, StringComparer.OrdinalIgnoreCase)
        || NotInheritedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
