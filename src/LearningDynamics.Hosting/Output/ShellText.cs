using System.Buffers;

namespace LearningDynamics.Hosting;

/// <summary>Writes command lines as a shell reads them back.</summary>
internal static class ShellText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%");

    /// <summary>The arguments, separated by spaces, each quoted where it has to be.</summary>
    public static string Join(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    private static string Quote(string argument) => argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(Plain)
        ? argument
        : "'" + argument.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
}
