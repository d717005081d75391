using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting;

/// <summary>Parses a command line and hands it to its verb.</summary>
internal static class CommandLine
{
    /// <summary>Carries a command line out.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">It cannot be understood.</exception>
    public static int Invoke(string[] args, HostedProgram program)
    {
        RootCommand root = Build(program);
        ParseResult parse = root.Parse(WithVerb(args), new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction or null)
            throw Misunderstood(parse, root, program.Catalog);
        return parse.Invoke(new()
        {
            Output = program.Surroundings.Output,
            Error = program.Surroundings.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static RootCommand Build(HostedProgram program)
    {
        var root = new RootCommand("Answers experiments about how networks learn by independent routes, and lets the routes check each other. Without a verb: check, with its options.")
        {
            ListVerb.Create(program),
            DescribeVerb.Create(program),
            RunVerb.Create(program),
            CheckVerb.Create(program),
            ReportVerb.Create(program),
            ConformanceVerb.Create(program),
        };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
                help.MaxWidth = program.Surroundings.Width;
            if (option is VersionOption)
                option.Action = new VersionAction();
        }

        return root;
    }

    /// <summary>No verb means <c>check</c>: a command line that is empty or begins with one of its options.</summary>
    private static string[] WithVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")) ? ["check", .. args] : args;

    private static UsageException Misunderstood(ParseResult parse, RootCommand root, ExperimentCatalog catalog)
    {
        Command command = parse.CommandResult.Command;
        if (parse.UnmatchedTokens is not [string token, ..])
            return new(Missing(parse, command) ?? parse.Errors[0].Message);
        if (OptionNames.LooksLikeOne(token))
            return OptionNames.Unknown(token, command);
        if (command != root)
            return new($"'{command.Name}' does not take '{token}'. See '{command.Name} --help'.");
        return catalog.Experiments.Any(experiment => string.Equals(experiment.Id, token, StringComparison.OrdinalIgnoreCase))
            ? new($"'{token}' is an experiment; say first what to do with it, such as 'check {token}'.")
            : new(Nearest.Message("verb", token, root.Subcommands.Select(verb => verb.Name)));
    }

    /// <summary>Says which argument a verb lacks, or null where it lacks none.</summary>
    private static string? Missing(ParseResult parse, Command command) =>
        command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parse.GetResult(argument) is null or { Tokens.Count: 0 }) is { } missing
            ? $"'{command.Name}' needs {missing.Name}. {missing.Description} See '{command.Name} --help'."
            : null;

    /// <summary>Shows the version of this library: what a result depends on.</summary>
    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            string? version = typeof(ExperimentCatalog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            parseResult.InvocationConfiguration.Output.WriteLine("LearningDynamics " + version?.Split('+')[0]);
            return ExitCode.Success;
        }
    }
}
