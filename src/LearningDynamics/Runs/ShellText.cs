using System.Buffers;

namespace LearningDynamics.Runs;

/// <summary>Writes command lines as a shell reads them back.</summary>
public static class ShellText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%");

    /// <summary>The arguments, separated by spaces, each quoted where it has to be.</summary>
    /// <param name="arguments">The arguments.</param>
    public static string Join(params IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    private static string Quote(string argument) => argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(Plain)
        ? argument
        : "'" + argument.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
}
