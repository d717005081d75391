using System.Text.RegularExpressions;

namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>How a program ended.</summary>
/// <param name="Line">The command line.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed partial record CommandResult(string Line, int ExitCode, string Output, string Error)
{
    /// <summary>Asserts the exit code, and shows everything where it is another one.</summary>
    /// <param name="exitCode">The exit code that is expected.</param>
    /// <returns>This result.</returns>
    public CommandResult Ends(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Ended with {ExitCode} in place of {exitCode}:\n{this}");
        return this;
    }

    /// <summary>Asserts that a build, which must have succeeded, said no warning.</summary>
    public void HasNoWarning()
    {
        Ends(0);
        Assert.False(Warning().IsMatch(Output + Error), $"There are warnings:\n{this}");
    }

    public override string ToString() => $"{Line}\n{Output}\n{Error}";

    /// <summary>MSBuild writes <c>warning CODE: text</c>, or <c>warning : text</c> where there is no code.</summary>
    [GeneratedRegex(@"\bwarning ?([A-Z]+[0-9]+)? ?:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Warning();
}
