using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>The arguments that run one point again.</summary>
internal static class Repetition
{
    /// <summary>What stands before a command line that repeats something.</summary>
    public const string Prompt = "repeat it with: ";

    /// <summary>A whole command line, without the program's name. It is a <c>run</c>, which judges too, and leaves the last report of <c>check</c> alone.</summary>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="point">The point; every parameter is fixed, so that nothing is swept.</param>
    /// <param name="options">The options besides the parameters that matter.</param>
    public static string Command(string experiment, RunPoint point, IEnumerable<string> options) =>
        ShellText.Join(["run", experiment, .. point.Parameters.SelectMany(setting => new[] { "--set", $"{setting.Name}={setting.Value}" }), .. options]);

    /// <summary>The point as <c>Name=Value</c>, separated by spaces.</summary>
    public static string Settings(RunPoint point) => string.Join(' ', point.Parameters.Select(setting => $"{setting.Name}={setting.Value}"));
}
