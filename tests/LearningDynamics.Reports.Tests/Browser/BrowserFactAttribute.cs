namespace LearningDynamics.Reports.Tests;

/// <summary>A test that looks at the page in Chromium: named by the environment variable <c>CHROMIUM</c>, or in its usual place. Skipped without one, except in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : EmbeddedLibraryFactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium is null)
            SkipOutsideContinuousIntegration("No Chromium was found. Install it, or name it with the environment variable CHROMIUM.");
    }

    /// <summary>The browser, or null where there is none.</summary>
    internal static string? Chromium { get; } = Reports.Chromium.Installed();
}
