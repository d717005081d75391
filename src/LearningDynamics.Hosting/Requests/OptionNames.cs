using System.CommandLine;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting;

/// <summary>Tells a mistyped option from an argument, which the parser does not where a verb takes any number of arguments.</summary>
internal static class OptionNames
{
    public static bool LooksLikeOne(string token) => token.Length > 1 && token[0] == '-';

    /// <summary>Makes sure that no argument was meant as an option.</summary>
    /// <exception cref="UsageException">One was; the message offers the nearest option.</exception>
    public static void RequireNone(IEnumerable<string> arguments, Command command)
    {
        if (arguments.FirstOrDefault(LooksLikeOne) is { } mistyped)
            throw Unknown(mistyped, command);
    }

    public static UsageException Unknown(string option, Command command) =>
        new(Nearest.Message("option", option.Split('=')[0], command.Options.Select(known => known.Name).Append("--help")));
}
