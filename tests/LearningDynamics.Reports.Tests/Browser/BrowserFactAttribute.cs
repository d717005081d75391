namespace LearningDynamics.Reports.Tests;

/// <summary>A test that looks at the page in Chromium: named by the environment variable <c>CHROMIUM</c>, or in its usual place. Skipped without one, except in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : EmbeddedLibraryFactAttribute
{
    private static readonly string[] UsualPaths =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public BrowserFactAttribute()
    {
        if (Chromium is null)
            SkipOutsideContinuousIntegration("No Chromium was found. Install it, or name it with the environment variable CHROMIUM.");
    }

    /// <summary>The browser, or null where there is none.</summary>
    internal static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : UsualPaths.FirstOrDefault(File.Exists);
}
