namespace LearningDynamics.Reports.Tests;

/// <summary>A test that needs the plotting library built in. Skipped where the build had no npm, except in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class EmbeddedLibraryFactAttribute : FactAttribute
{
    public EmbeddedLibraryFactAttribute()
    {
        if (PlotLibrary.OfThisBuild.Source is null)
            SkipOutsideContinuousIntegration("The build could not restore plotly.js. Install Node.js and build again.");
    }

    /// <summary>Skips the test for want of a tool; in continuous integration it runs, and fails without it.</summary>
    protected void SkipOutsideContinuousIntegration(string reason)
    {
        if (!string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Skip = reason;
    }
}
