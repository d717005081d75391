namespace LearningDynamics.Runs;

/// <summary>How to compute one point of a run again.</summary>
public static class Reproduction
{
    /// <summary>
    /// The arguments of a hosted program that run the point alone, quoted for a shell. It is a <c>run</c>: that judges too, and leaves the last
    /// report of <c>check</c> alone. Every parameter is fixed, so that nothing is swept.
    /// </summary>
    /// <param name="experiment">The experiment's id.</param>
    /// <param name="point">The point.</param>
    /// <param name="options">The options that matter besides the parameters.</param>
    public static string CommandLine(string experiment, RunPoint point, params IEnumerable<string> options) =>
        ShellText.Join(["run", experiment, .. point.Parameters.SelectMany(setting => new[] { "--set", $"{setting.Name}={setting.Value}" }), .. options]);

    /// <summary>The point as <c>Name=Value</c>, separated by spaces.</summary>
    /// <param name="point">The point.</param>
    public static string Settings(RunPoint point) => string.Join(' ', point.Parameters.Select(setting => $"{setting.Name}={setting.Value}"));
}
