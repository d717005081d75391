namespace LearningDynamics.Generators.Diagnostics;

/// <summary>Where a diagnostic is explained.</summary>
internal static class HelpPage
{
    private const string Folder = "https://github.com/learning-dynamics/learning-dynamics/blob/main/docs/diagnostics/";

    public static string Of(string id) => Folder + id + ".md";
}
