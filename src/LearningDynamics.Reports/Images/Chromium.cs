using System.Diagnostics;

namespace LearningDynamics.Reports;

/// <summary>Runs a Chromium without a window.</summary>
internal static class Chromium
{
    /// <summary>The environment variable that names the browser.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly string[] UsualPaths =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>How long a page may take in its own time, and how long the browser may take for it.</summary>
    private static readonly TimeSpan PageTime = TimeSpan.FromMinutes(5), Limit = TimeSpan.FromMinutes(5);

    /// <summary>The browser that the environment variable names, or else that is on the search path or in its usual place; null where there is none.</summary>
    public static string? Installed()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).Concat(UsualPaths).FirstOrDefault(File.Exists);
    }

    /// <summary>A page's content after its scripts have run.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The address of the page.</param>
    /// <exception cref="IOException">The browser cannot be started, failed or took too long.</exception>
    public static string DumpOf(string browser, string address)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("learning-dynamics-");
        try
        {
            using Process process = Start(browser, profile.FullName, address);
            Task<string> content = process.StandardOutput.ReadToEndAsync();
            Task<string> messages = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new IOException($"'{browser}' did not finish within {Limit.TotalMinutes} minutes.");
            }

            return process.ExitCode == 0
                ? content.GetAwaiter().GetResult()
                : throw new IOException($"'{browser}' ended with {process.ExitCode}: {messages.GetAwaiter().GetResult().Trim()}");
        }
        finally
        {
            DeleteIfPossible(profile);
        }
    }

    private static Process Start(string browser, string profile, string address)
    {
        string[] sandbox = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];
        var start = new ProcessStartInfo(browser, [
            "--headless", "--disable-gpu", "--no-first-run", "--force-color-profile=srgb", "--font-render-hinting=none", .. sandbox,
            $"--user-data-dir={profile}", FormattableString.Invariant($"--virtual-time-budget={PageTime.TotalMilliseconds}"), "--dump-dom", address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start) ?? throw new IOException($"'{browser}' did not start.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new IOException($"'{browser}' cannot be started: {error.Message}", error);
        }
    }

    /// <summary>A browser's helpers may hold files of the profile for a moment longer; the system's own folder for such files outlives them.</summary>
    private static void DeleteIfPossible(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Left to the system, which empties its folder of temporary files.
        }
    }
}
